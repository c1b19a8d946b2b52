package dev.offprint.subscribers;

import dev.offprint.subscribers.Outcome.Already;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The rules by which an address is mailed no more, or may be again. */
final class Departure {
  private Departure() {}

  static Outcome leave(Standing standing, Subscriber before, Instant now) {
    standing.forgetRequest();
    if (standing.suppression().isEmpty()) {
      standing.suppress(new Suppression(before.address(), Origin.UNSUBSCRIBE, "unsubscribed", now));
    }
    return before.status() == Status.UNSUBSCRIBED
        ? new Already(before)
        : standing.kept(before.with(Status.UNSUBSCRIBED), now);
  }

  static Standings.Erased erase(Standing standing) {
    standing.forgetFailingDays();
    standing.erase();
    return new Standings.Erased(standing.address(), standing.suppression().isPresent());
  }

  static boolean suppress(Standing standing, Suppression suppression, Instant now) {
    if (standing.isBarred() || (standing.suppression().isPresent() && !suppression.bars())) {
      return false;
    }
    standing.suppress(suppression);
    standing.forgetRequest();
    Status after = suppression.bars() ? Status.SUPPRESSED : Status.UNSUBSCRIBED;
    standing
        .subscriber()
        .filter(before -> before.status() == Status.PENDING || before.mayPause())
        .ifPresent(before -> standing.keep(before.with(after), now));
    return true;
  }

  /** What was asked for is kept beside the subscriber, as for who left, until they confirm. */
  static Optional<Letter> tryAgain(Standing standing, LongPredicate mayAsk, Instant now) {
    Subscriber before = standing.subscriber().orElseThrow();
    if (before.status() != Status.SUPPRESSED
        || standing.suppression().filter(Suppression::cameBack).isEmpty()
        || !mayAsk.test(before.id())) {
      return Optional.empty();
    }
    lift(standing, now);
    standing.request(before.preferences(), now);
    return Optional.of(new Letter(Letter.Purpose.CONFIRMATION, before.id()));
  }

  static boolean lift(Standing standing, Instant now) {
    standing.forgetFailingDays();
    standing.unsuppress();
    standing
        .subscriber()
        .filter(before -> before.status() == Status.SUPPRESSED)
        .ifPresent(before -> standing.keep(before.with(Status.PAUSED), now));
    return standing.suppression().isPresent();
  }
}
