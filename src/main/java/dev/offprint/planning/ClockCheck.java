package dev.offprint.planning;

import dev.offprint.ledger.DeliveryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells a clock that cannot be right, by which nothing must be planned: the day, and with it what
 * is written down for everybody, would be a wrong one.
 */
public final class ClockCheck {
  /** By so much clocks differ without harm. */
  public static final Duration TOLERANCE = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final DeliveryStore deliveries;
  private final Supplier<Optional<Witness>> witness;

  /**
   * A clock somewhere else.
   *
   * @param name who said what time it is
   * @param ahead by how much it was ahead of ours; negative when it was behind
   */
  public record Witness(String name, Duration ahead) {}

  /**
   * Checks one clock.
   *
   * @param witness the last source that told its time
   */
  public ClockCheck(
      InstantSource clock, DeliveryStore deliveries, Supplier<Optional<Witness>> witness) {
    this.clock = clock;
    this.deliveries = deliveries;
    this.witness = witness;
  }

  /** Why nothing must be planned now, and what to do, in one line; empty when the clock is good. */
  public Optional<String> problem() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Witness> other = witness.get();
    if (other.isPresent()) {
      // Whoever tells the time now knows better than a row that was written by a wrong clock.
      return other
          .filter(seen -> seen.ahead().abs().compareTo(TOLERANCE) > 0)
          .map(
              seen ->
                  String.format(
                      Locale.ROOT,
                      "the clock says %s, but by %s it is %s; nothing is planned until it is set"
                          + " right",
                      now,
                      seen.name(),
                      now.plus(seen.ahead()).truncatedTo(ChronoUnit.SECONDS)));
    }
    return deliveries
        .lastPlanned()
        .filter(last -> last.isAfter(now.plus(TOLERANCE)))
        .map(
            last ->
                String.format(
                        Locale.ROOT,
                        "the clock says %s, but the ledger's last row is of %s; nothing is planned"
                            + " until",
                        now,
                        last.truncatedTo(ChronoUnit.SECONDS))
                    + " it is set right. If it is right now, 'offprint run --date today' says so");
  }
}
