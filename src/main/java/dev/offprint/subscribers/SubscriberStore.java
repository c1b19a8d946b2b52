package dev.offprint.subscribers;

import dev.offprint.db.NodeShare;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads subscribers, and keeps when they are due; {@link Membership} changes them. */
public interface SubscriberStore {
  Optional<Subscriber> find(EmailAddress address);

  Optional<Subscriber> find(long id);

  /** A subscriber and whether the address is suppressed, both as they stand now. */
  default Optional<Recipient> recipient(long id) {
    return find(id).map(found -> new Recipient(found, isSuppressed(found.address())));
  }

  /** The same of some, by their ids; whoever is not known is left out. */
  default Map<Long, Recipient> recipients(Collection<Long> ids) {
    Map<Long, Recipient> recipients = new HashMap<>();
    ids.forEach(id -> recipient(id).ifPresent(known -> recipients.put(id, known)));
    return recipients;
  }

  /**
   * A number that grows with each change that decides whether and how somebody is mailed. While it
   * is the same as before they were read, recipients are as they were read.
   */
  long changes();

  /** What was asked for somebody who has left and is to confirm it; empty when nothing was. */
  Optional<Preferences> requested(long id);

  /** Whether somebody pending stands for the new address of another subscriber alone. */
  default boolean isAddressChange(long id) {
    return false;
  }

  /** Whether somebody is mailed at another address since an instant. */
  default boolean isMovedSince(long id, Instant instant) {
    return false;
  }

  /** The addresses of some subscribers, by their ids; whoever is not known is left out. */
  default Map<Long, EmailAddress> addresses(Collection<Long> ids) {
    Map<Long, EmailAddress> addresses = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(known -> addresses.put(id, known.address())));
    return addresses;
  }

  /** Every subscriber, by address. */
  List<Subscriber> all();

  /** The ids of all subscribers, in the order of their addresses. */
  default List<Long> ids() {
    return all().stream().map(Subscriber::id).toList();
  }

  /** Some subscribers, by address; whoever is not known is left out. */
  default List<Subscriber> all(Collection<Long> ids) {
    return all().stream().filter(subscriber -> ids.contains(subscriber.id())).toList();
  }

  /**
   * Subscribers in numbers.
   *
   * @param due how many are active and due at the instant that was asked about, or before
   * @param nextDue when the first active one is due, whatever the instant
   */
  record Overview(Map<Subscriber.Status, Integer> counts, int due, Optional<Instant> nextDue) {}

  /** How many there are, and how many are due at an instant or before. */
  default Overview overview(Instant until) {
    Map<Subscriber.Status, Integer> counts = new EnumMap<>(Subscriber.Status.class);
    List<Subscriber> all = all();
    all.forEach(each -> counts.merge(each.status(), 1, Integer::sum));
    List<Instant> due =
        all.stream()
            .filter(each -> each.status() == Subscriber.Status.ACTIVE)
            .map(Subscriber::nextDue)
            .sorted()
            .toList();
    return new Overview(
        counts,
        (int) due.stream().filter(each -> !each.isAfter(until)).count(),
        due.stream().findFirst());
  }

  /** What some subscribers agreed to, by their ids; whoever nothing is kept of is left out. */
  default Map<Long, String> consents(Collection<Long> ids) {
    return Map.of();
  }

  /** The active subscribers in one node's part whose edition is due at an instant or before. */
  DueSubscribers due(Instant until, NodeShare share);

  /**
   * The id of the active subscriber who signed up next after so many others that are active; empty
   * when there are no more than those.
   */
  default Optional<Long> activeAfter(int others) {
    return all().stream()
        .filter(each -> each.status() == Subscriber.Status.ACTIVE)
        .map(Subscriber::id)
        .sorted()
        .skip(others)
        .findFirst();
  }

  /** How many active subscribers signed up before the one with an id. */
  default int activeBefore(long id) {
    return (int)
        all().stream()
            .filter(each -> each.status() == Subscriber.Status.ACTIVE && each.id() < id)
            .count();
  }

  /** The different interests of those who wrote theirs at an instant or later and have not left. */
  Set<Interest> interestsWritten(Instant since);

  /** Whether a subscriber wrote the present interests after an instant. */
  boolean hasChangedInterests(long id, Instant after);

  /**
   * Makes those active again whose pause was until a day that has begun for them; each is next due
   * at the first chosen time of that day or later.
   *
   * @return how many
   */
  int endPauses(Instant now);

  /**
   * Puts right when active subscribers are next due, where a clock that was wrong has put it: never
   * later than their own timing gives from now.
   *
   * @return how many were put right
   */
  int correctNextDue(Instant now);

  /**
   * Has each of some be due again at their next hour after an instant, unless they have changed
   * when they are due since they were read.
   */
  void setDueAgain(Collection<Subscriber> planned, Instant now);

  /**
   * Whether this address must not be mailed, whoever asks. Having left is no such reason: whoever
   * did may come back, and is then sent the mail that asks to confirm.
   */
  boolean isSuppressed(EmailAddress address);
}
