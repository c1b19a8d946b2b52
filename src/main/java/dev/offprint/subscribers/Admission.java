package dev.offprint.subscribers;

import dev.offprint.subscribers.Outcome.Already;
import dev.offprint.subscribers.Outcome.Barred;
import dev.offprint.subscribers.Outcome.Done;
import dev.offprint.subscribers.Outcome.Joined;
import dev.offprint.subscribers.Outcome.Refused;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/** The rules by which somebody becomes a subscriber, or one again. */
final class Admission {
  private Admission() {}

  /**
   * Nothing of a subscriber's is changed by asking, as anyone can fill in the form.
   *
   * @param group that they are to join besides, if any
   * @param mayAsk whether a subscriber may be sent one more mail that asks to confirm; otherwise
   *     the one that was sent counts, with what it says
   */
  static Optional<Letter> ask(
      Standing standing,
      Preferences wanted,
      OptionalLong group,
      LongPredicate mayAsk,
      Instant now) {
    if (standing.isBarred()) {
      return Optional.empty();
    }
    if (standing.subscriber().isEmpty()) {
      long added = standing.add(Status.PENDING, wanted, now).id();
      group.ifPresent(joined -> standing.askToJoin(added, joined, now));
      return Optional.of(new Letter(Letter.Purpose.CONFIRMATION, added));
    }
    Subscriber known = standing.subscriber().get();
    return switch (known.status()) {
      case PENDING, UNSUBSCRIBED -> {
        if (!mayAsk.test(known.id())) {
          yield Optional.empty();
        }
        if (known.status() == Status.PENDING) {
          // All that there is of them is a request, or that they stand for somebody's new address.
          standing.forgetRequest();
          standing.keep(known.with(wanted, now), now);
        } else {
          standing.request(wanted, now);
        }
        group.ifPresent(joined -> standing.askToJoin(known.id(), joined, now));
        yield Optional.of(new Letter(Letter.Purpose.CONFIRMATION, known.id()));
      }
      case ACTIVE, PAUSED -> askMember(standing, known, group, mayAsk, now);
      case SUPPRESSED -> Optional.empty();
    };
  }

  /** What they want stays as it is; a group is theirs once they confirm. */
  private static Optional<Letter> askMember(
      Standing standing, Subscriber known, OptionalLong group, LongPredicate mayAsk, Instant now) {
    if (group.isEmpty() || standing.isMember(group.getAsLong())) {
      // They may have forgotten that they are subscribed; their own link is where they change it.
      return Optional.of(new Letter(Letter.Purpose.LINK, known.id()));
    }
    if (!mayAsk.test(known.id())) {
      return Optional.empty();
    }
    standing.askToJoin(known.id(), group.getAsLong(), now);
    return Optional.of(new Letter(Letter.Purpose.CONFIRMATION, known.id()));
  }

  static Optional<Letter> lostLink(Standing standing) {
    if (standing.isBarred() || standing.subscriber().isEmpty()) {
      return Optional.empty();
    }
    Subscriber known = standing.subscriber().get();
    return switch (known.status()) {
      case ACTIVE, PAUSED -> Optional.of(new Letter(Letter.Purpose.LINK, known.id()));
      case PENDING -> Optional.of(new Letter(Letter.Purpose.CONFIRMATION, known.id()));
      // Whoever left is sent nothing; they subscribe again on the front page.
      case UNSUBSCRIBED, SUPPRESSED -> Optional.empty();
    };
  }

  static Optional<Letter> dataLink(Standing standing) {
    return standing
        .subscriber()
        .filter(known -> !standing.isBarred())
        .filter(known -> known.mayPause() || known.status() == Status.UNSUBSCRIBED)
        .map(known -> new Letter(Letter.Purpose.DATA, known.id()));
  }

  /** Makes active whoever was asked to confirm: by what the mail said that asked them. */
  static Outcome confirm(Standing standing, Instant now) {
    Subscriber before = standing.subscriber().orElseThrow();
    if (isBarred(standing)) {
      return new Barred();
    }
    if (before.status() == Status.PENDING) {
      Optional<Standing> former = standing.former();
      if (former.isPresent()) {
        return AddressChange.confirm(standing, former.get(), now);
      }
    }
    boolean joined = standing.join(before.id(), now);
    if (before.status() == Status.PENDING) {
      return activate(standing, Set.of(Status.PENDING), UnaryOperator.identity(), now);
    }
    return standing
        .requested()
        .map(
            wanted ->
                activate(
                    standing,
                    Set.of(before.status()),
                    // Who is paused may have changed what they want since they were asked.
                    old -> before.status() == Status.PAUSED ? old : wanted,
                    now))
        .orElseGet(() -> refused(before, joined));
  }

  private static Outcome refused(Subscriber before, boolean joined) {
    if (joined && before.mayPause()) {
      return new Joined(before);
    }
    return before.isAskedBesides() ? new Refused(before) : new Already(before);
  }

  static Outcome add(Standing standing, Preferences preferences, OptionalLong group, Instant now) {
    Optional<Subscriber> known = standing.subscriber();
    if (isBarred(standing)) {
      return new Barred();
    }
    if (known.isPresent()) {
      return new Already(known.get());
    }
    standing.unsuppress();
    Subscriber added = standing.add(Status.ACTIVE, preferences, now);
    if (group.isPresent()) {
      standing.askToJoin(added.id(), group.getAsLong(), now);
      standing.join(added.id(), now);
    }
    return new Done(added);
  }

  static Outcome activate(
      Standing standing, Set<Status> from, UnaryOperator<Preferences> wanted, Instant now) {
    Subscriber before = standing.subscriber().orElseThrow();
    if (isBarred(standing)) {
      return new Barred();
    }
    if (before.status() == Status.ACTIVE) {
      return new Already(before);
    }
    if (!from.contains(before.status())) {
      return new Refused(before);
    }
    standing.unsuppress();
    standing.forgetRequest();
    return standing.kept(
        before.with(Status.ACTIVE).with(wanted.apply(before.preferences()), now), now);
  }

  private static boolean isBarred(Standing standing) {
    return standing.isBarred()
        || standing.subscriber().filter(known -> known.status() == Status.SUPPRESSED).isPresent();
  }
}
