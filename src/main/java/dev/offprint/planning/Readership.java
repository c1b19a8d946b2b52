package dev.offprint.planning;

import dev.offprint.subscribers.SubscriberStore;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * All subscribers, of whom a day's limit admits some: first come, first served, so that whoever is
 * mailed on one day is not left out on the next while the limit grows.
 */
public record Readership(SubscriberStore subscribers, DailyLimit limit) {

  /**
   * Those who wait on a day.
   *
   * @param first the id of the one who signed up first
   * @param why one line for the ledger, the same for all of them, by which they are counted
   */
  public record Waiting(long first, String why) {
    /** Whether an active subscriber is among them. */
    public boolean includes(long id) {
      return id >= first;
    }
  }

  /** Who waits on a day, as of now. One query; none where there is no limit. */
  public Optional<Waiting> waiting(LocalDate day) {
    if (limit.isNone()) {
      return Optional.empty();
    }
    int most = limit.on(day);
    return subscribers
        .activeAfter(most)
        .map(
            id ->
                new Waiting(
                    id,
                    String.format(
                        Locale.ROOT,
                        "waits: at most %,d readers are mailed on this day (smtp.limits.daily), in"
                            + " the order in which they signed up",
                        most)));
  }
}
