package dev.offprint.alerts;

import dev.offprint.doctor.Check;
import dev.offprint.doctor.Finding;
import dev.offprint.ledger.Delivery;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether editions of today and yesterday failed in numbers, or planning fails.
 *
 * @param planning why it failed the last time; empty when it did not
 * @param editions how many of those days have each status
 */
public record DeliveryAlert(
    Supplier<Optional<String>> planning, Supplier<Map<Delivery.Status, Integer>> editions)
    implements Check {
  /** A few addresses that are gone are every day's; more says that the relay or we are wrong. */
  private static final double MANY = 0.1;

  @Override
  public String name() {
    return "runs";
  }

  @Override
  public Finding look() {
    Optional<String> failure = planning.get();
    if (failure.isPresent()) {
      return new Finding.Fault(
          "planning fails: " + failure.get(),
          "it is tried again each minute; the log has the details");
    }
    Map<Delivery.Status, Integer> counts = editions.get();
    int failed = counts.getOrDefault(Delivery.Status.FAILED, 0);
    int left =
        Stream.of(Delivery.Status.values())
            .filter(Delivery.Status::hasLeft)
            .mapToInt(status -> counts.getOrDefault(status, 0))
            .sum();
    return failed > 0 && failed >= MANY * (failed + left)
        ? new Finding.Fault(
            String.format(
                Locale.ROOT,
                "%,d of %,d editions of today and yesterday failed",
                failed,
                failed + left),
            "'offprint deliveries list --status failed' says why; 'deliveries retry' sends them"
                + " again")
        : new Finding.Good(
            String.format(Locale.ROOT, "%,d editions left, %,d failed", left, failed));
  }
}
