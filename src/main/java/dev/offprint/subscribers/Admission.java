package dev.offprint.subscribers;

import dev.offprint.subscribers.Outcome.Already;
import dev.offprint.subscribers.Outcome.Barred;
import dev.offprint.subscribers.Outcome.Done;
import dev.offprint.subscribers.Outcome.Refused;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The rules by which somebody becomes a subscriber, or one again. */
final class Admission {
  private Admission() {}

  static Optional<Letter> ask(Standing standing, Preferences wanted, Instant now) {
    if (standing.isBarred()) {
      return Optional.empty();
    }
    if (standing.subscriber().isEmpty()) {
      long added = standing.add(Status.PENDING, wanted, now).id();
      return Optional.of(new Letter(Letter.Kind.CONFIRMATION, added));
    }
    Subscriber known = standing.subscriber().get();
    return switch (known.status()) {
      case PENDING -> {
        standing.keep(known.with(wanted, now), now);
        yield Optional.of(new Letter(Letter.Kind.REMINDER, known.id()));
      }
      case UNSUBSCRIBED -> {
        // Until they confirm they have left, so that stays among the suppressions.
        standing.keep(known.with(Status.PENDING).with(wanted, now), now);
        yield Optional.of(new Letter(Letter.Kind.CONFIRMATION, known.id()));
      }
      // Anyone can fill in the form; a subscriber changes preferences through their own link.
      case ACTIVE, PAUSED, SUPPRESSED -> Optional.empty();
    };
  }

  static Optional<Letter> lostLink(Standing standing) {
    if (standing.isBarred() || standing.subscriber().isEmpty()) {
      return Optional.empty();
    }
    Subscriber known = standing.subscriber().get();
    return switch (known.status()) {
      case ACTIVE, PAUSED -> Optional.of(new Letter(Letter.Kind.LINK, known.id()));
      case PENDING -> Optional.of(new Letter(Letter.Kind.REMINDER, known.id()));
      // Whoever left is sent nothing; they subscribe anew on the front page.
      case UNSUBSCRIBED, SUPPRESSED -> Optional.empty();
    };
  }

  static Outcome add(Standing standing, Preferences preferences, Instant now) {
    Optional<Subscriber> known = standing.subscriber();
    if (isBarred(standing)) {
      return new Barred();
    }
    if (known.isPresent()) {
      return new Already(known.get());
    }
    standing.unsuppress();
    return new Done(standing.add(Status.ACTIVE, preferences, now));
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
    return standing.kept(
        before.with(Status.ACTIVE).with(wanted.apply(before.preferences()), now), now);
  }

  private static boolean isBarred(Standing standing) {
    return standing.isBarred()
        || standing.subscriber().filter(known -> known.status() == Status.SUPPRESSED).isPresent();
  }
}
