package dev.offprint.planning;

import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All subscribers, of whom a day's limit admits some: first come, first served, so that whoever is
 * mailed on one day is not left out on the next while the limit grows.
 */
public record Readership(SubscriberStore subscribers, DailyLimit limit) {
  private static final String BEGINNING = "waits: ";

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

    /** Whether a skipped edition has such a reason. */
    public static boolean isReason(String why) {
      return why.startsWith(BEGINNING);
    }
  }

  /**
   * The turn of one who waits, as it stands while nobody comes or goes in front.
   *
   * @param place among those who wait, from 1
   * @param day the first on which the limit admits them; null when it does not grow so far
   */
  public record Turn(int place, @Nullable LocalDate day) {}

  /** When it is the turn of one who waits on a day; empty for anybody else. */
  public Optional<Turn> turn(Subscriber subscriber, LocalDate day) {
    if (limit.isNone() || subscriber.status() != Subscriber.Status.ACTIVE) {
      return Optional.empty();
    }
    int before = subscribers.activeBefore(subscriber.id());
    int most = limit.on(day);
    return before < most
        ? Optional.empty()
        : Optional.of(new Turn(before - most + 1, limit.admits(before + 1, day).orElse(null)));
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
                        BEGINNING
                            + "at most %,d readers are mailed on this day (smtp.limits.daily), in"
                            + " the order in which they signed up",
                        most)));
  }
}
