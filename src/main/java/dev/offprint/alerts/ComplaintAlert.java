package dev.offprint.alerts;

import dev.offprint.doctor.Check;
import dev.offprint.doctor.Finding;
import dev.offprint.ledger.Delivery.Status;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether more readers complain than large receivers put up with: 0.1 %, as Google's guidelines for
 * senders have it (support.google.com/a/answer/81126).
 *
 * @param counts of all that is retained
 */
public record ComplaintAlert(Supplier<Map<Status, Integer>> counts) implements Check {
  private static final double MOST = 0.001;

  /** One complaint of a hundred mails says nothing yet. */
  private static final int FEWEST = 2;

  @Override
  public String name() {
    return "complaints";
  }

  @Override
  public Finding look() {
    Map<Status, Integer> now = counts.get();
    int complaints = now.getOrDefault(Status.COMPLAINED, 0);
    int left = complaints + now.getOrDefault(Status.SENT, 0) + now.getOrDefault(Status.BOUNCED, 0);
    String what =
        String.format(
            Locale.ROOT,
            "%,d of %,d mails brought a complaint, which is %.2f %%",
            complaints,
            left,
            left == 0 ? 0.0 : 100.0 * complaints / left);
    return complaints >= FEWEST && complaints > MOST * left
        ? new Finding.Fault(
            what,
            "above 0.1 % large receivers put mail into the junk, above 0.3 % they refuse it: see"
                + " that only those are mailed who asked for it")
        : new Finding.Good(what);
  }
}
