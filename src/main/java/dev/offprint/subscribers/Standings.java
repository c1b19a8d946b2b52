package dev.offprint.subscribers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets one decide about an address at a time. Every method is one transaction. */
public interface Standings {
  /** Decides about an address, whether anybody has it or not; may be asked twice for one answer. */
  <T> T decide(EmailAddress address, Function<Standing, T> decision);

  /**
   * Decides about a subscriber; may be asked twice for one answer.
   *
   * @return empty when there is none, or the row cannot be read, after a change by hand perhaps
   */
  <T> Optional<T> decide(long subscriberId, Function<Standing, T> decision);

  /** Ends a subscription without reading it, so that even whose row cannot be read may leave. */
  void silence(long subscriberId);

  /**
   * Erases a portion of those who have not confirmed and were asked to for the last time before an
   * instant, and forgets what was asked for others before it.
   *
   * @return how many; to be called again until there are none
   */
  int eraseUnconfirmed(Instant before, Asked asked);

  /**
   * Forgets a portion of those who left, or whose address was suppressed, before an instant: who
   * they were, what they wanted and what they were sent. A keyed hash of the address stays, by
   * which it is known again when somebody gives it.
   *
   * @return how many; to be called again until there are none
   */
  int forget(Instant before, Counting counting);

  /**
   * Decides about many addresses in one transaction, in their order; may be asked twice for one
   * answer.
   *
   * @param addresses of which no two are one subscriber's
   */
  default <T> List<T> decideAll(List<EmailAddress> addresses, Function<Standing, T> decision) {
    return addresses.stream().map(address -> decide(address, decision)).toList();
  }

  /**
   * Somebody of whom nothing is kept any more.
   *
   * @param staysKnown whether the address stays among the suppressions
   */
  record Erased(EmailAddress address, boolean staysKnown) {}

  /**
   * What somebody was sent.
   *
   * @param last the day of the last mail; null when there was none
   */
  record Sent(int mails, @Nullable LocalDate last) {
    /** No mail. */
    public static final Sent NOTHING = new Sent(0, null);
  }

  /** Counts what the ledger holds of subscribers before it is deleted with them. */
  @FunctionalInterface
  interface Counting {
    /** What each was sent; who was sent nothing may be left out. */
    Map<Long, Sent> count(Collection<Long> subscriberIds);
  }

  /** Tells who was asked to confirm, which the ledger knows. */
  @FunctionalInterface
  interface Asked {
    /** Those of some subscribers who were asked to confirm at an instant or later. */
    Set<Long> since(Instant instant, Collection<Long> subscriberIds);
  }
}
