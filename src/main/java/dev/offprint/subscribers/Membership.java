package dev.offprint.subscribers;

import dev.offprint.subscribers.Outcome.Already;
import dev.offprint.subscribers.Outcome.NoSuchEnd;
import dev.offprint.subscribers.Outcome.Refused;
import dev.offprint.subscribers.Outcome.Unknown;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of becoming, being and ceasing to be a subscriber, for the pages and the command line
 * alike: whichever door somebody comes by, the same happens. Each method is one transaction, so
 * that consent, status and suppression never disagree.
 *
 * <p>Promised: nobody becomes active who neither confirmed nor is vouched for by the operator;
 * whoever leaves has left from then on; and an address that is suppressed for another reason than
 * that its reader left stays so until that is lifted, or until its reader has the mailbox tried
 * again where mails came back.
 */
public final class Membership {
  private final Standings standings;
  private final FeedbackStore feedback;
  private final InstantSource clock;

  public Membership(Standings standings, FeedbackStore feedback, InstantSource clock) {
    this.standings = standings;
    this.feedback = feedback;
    this.clock = clock;
  }

  /**
   * Takes in that somebody wants to subscribe, who may not be the owner of the address. Of a
   * subscriber nothing changes by that until its owner confirms.
   *
   * @param mayAsk whether a subscriber may be sent one more mail that asks to confirm
   * @return what the owner is to be sent; nothing when they must not be mailed, or were asked
   */
  public Optional<Letter> ask(EmailAddress address, Preferences wanted, LongPredicate mayAsk) {
    return ask(address, wanted, OptionalLong.empty(), mayAsk);
  }

  /** The same by whoever wants to be in a group besides. */
  public Optional<Letter> ask(
      EmailAddress address, Preferences wanted, OptionalLong group, LongPredicate mayAsk) {
    Instant now = clock.instant();
    return standings.decide(
        address, standing -> Admission.ask(standing, wanted, group, mayAsk, now));
  }

  /** What the owner of an address is to be sent who lost the link to their preferences. */
  public Optional<Letter> lostLink(EmailAddress address) {
    return standings.decide(address, Admission::lostLink);
  }

  /** What anybody is to be sent, even who left, who wants to see or delete what is kept of them. */
  public Optional<Letter> dataLink(long id) {
    return standings.decide(id, Admission::dataLink).flatMap(letter -> letter);
  }

  /**
   * Takes in that a subscriber wants to be mailed at another address; it is theirs once its owner
   * confirms.
   *
   * @return what is to be sent to either address; nothing when the new one is a subscriber's, must
   *     not be mailed or was asked
   */
  public List<Letter> askToMove(long id, EmailAddress wanted, LongPredicate mayAsk) {
    Instant now = clock.instant();
    return standings
        .decide(id, Standing::subscriber)
        .flatMap(former -> former)
        .map(
            former ->
                standings.decide(
                    wanted, standing -> AddressChange.ask(standing, former, mayAsk, now)))
        .orElse(List.of());
  }

  /** Takes in people from a list, by the same rules. */
  public Enrolment enrolment() {
    return new Enrolment(standings, clock);
  }

  /** Adds a subscriber for whose consent the operator vouches, so that they are active at once. */
  public Outcome add(EmailAddress address, Preferences preferences) {
    return add(address, preferences, OptionalLong.empty());
  }

  /** The same of somebody who is in a group from the first day on. */
  public Outcome add(EmailAddress address, Preferences preferences, OptionalLong group) {
    Instant now = clock.instant();
    return standings.decide(address, standing -> Admission.add(standing, preferences, group, now));
  }

  /**
   * Makes active whoever was asked to confirm, and does, with what they were asked about; whoever
   * is a subscriber was asked about a group, and joins that.
   */
  public Outcome confirm(long id) {
    return decide(id, (standing, before, now) -> Admission.confirm(standing, now));
  }

  /** Ends a pause. */
  public Outcome resume(long id) {
    return activate(id, Set.of(Status.PAUSED), UnaryOperator.identity());
  }

  /** Makes active whoever left and wants to be back, with preferences made of those before. */
  public Outcome comeBack(long id, UnaryOperator<Preferences> wanted) {
    return activate(id, Set.of(Status.UNSUBSCRIBED), wanted);
  }

  /** Makes active whoever is paused, has left or has not confirmed; the operator vouches for it. */
  public Outcome vouch(long id) {
    return activate(
        id, Set.of(Status.PENDING, Status.PAUSED, Status.UNSUBSCRIBED), UnaryOperator.identity());
  }

  private Outcome activate(long id, Set<Status> from, UnaryOperator<Preferences> wanted) {
    return decide(id, (standing, before, now) -> Admission.activate(standing, from, wanted, now));
  }

  /** Takes new preferences of anybody who has not left; the next edition is due by these. */
  public Outcome setPreferences(long id, Preferences wanted) {
    return decide(
        id,
        (standing, before, now) ->
            before.status() == Status.UNSUBSCRIBED
                ? new Refused(before)
                : standing.kept(before.with(besideLiked(wanted, id), now), now));
  }

  /** Changes when the editions of anybody come who has not left; the next one is due by that. */
  public Outcome setTiming(long id, UnaryOperator<Timing> change) {
    return decide(
        id,
        (standing, before, now) -> {
          if (before.status() == Status.UNSUBSCRIBED) {
            return new Refused(before);
          }
          Preferences wanted =
              before.preferences().with(change.apply(before.preferences().timing()));
          return wanted.equals(before.preferences())
              ? new Already(before)
              : standing.kept(before.with(wanted, now), now);
        });
  }

  /** Papers like those that were chosen come beside the trending ones, without any interest. */
  private Preferences besideLiked(Preferences wanted, long id) {
    return wanted.content() == Content.TRENDING && !feedback.of(id).more().isEmpty()
        ? wanted.with(Content.BOTH)
        : wanted;
  }

  /** Who had trending papers alone now wants others beside them; the next edition stays due. */
  public Outcome widen(long id) {
    return decide(
        id,
        (standing, before, now) -> {
          Preferences preferences = before.preferences();
          return preferences.content() == Content.TRENDING
              ? standing.kept(
                  before.with(preferences.with(Content.BOTH), now).dueAt(before.nextDue()), now)
              : new Already(before);
        });
  }

  /**
   * Pauses whoever is active, or changes how long a paused one is.
   *
   * @param until the day, in the subscriber's zone, on which they are active again; null for until
   *     they are made active
   */
  public Outcome pause(long id, @Nullable LocalDate until) {
    return decide(
        id,
        (standing, before, now) -> {
          if (!before.mayPause()) {
            return new Refused(before);
          }
          if (until != null && !before.mayPauseUntil(until, now)) {
            return new NoSuchEnd(before);
          }
          Subscriber paused = before.pausedUntil(until);
          return paused.equals(before) ? new Already(before) : standing.kept(paused, now);
        });
  }

  /** Pauses whoever is active for a week; a pause that there is stays as it is. */
  public Outcome pauseForAWeek(long id) {
    return decide(
        id,
        (standing, before, now) ->
            switch (before.status()) {
              case ACTIVE -> standing.kept(before.pausedUntil(before.endOfPausedWeek(now)), now);
              case PAUSED -> new Already(before);
              case PENDING, UNSUBSCRIBED, SUPPRESSED -> new Refused(before);
            });
  }

  /**
   * Takes in that the reader of an address from which mails came back wants it to be tried again:
   * they are paused, and active again once they confirm by a mail that arrives.
   *
   * @param mayAsk whether a subscriber may be sent one more mail that asks to confirm
   * @return what they are to be sent; nothing when the address is suppressed for another reason, or
   *     was tried
   */
  public Optional<Letter> tryAgain(long id, LongPredicate mayAsk) {
    Instant now = clock.instant();
    return standings
        .decide(id, standing -> Departure.tryAgain(standing, mayAsk, now))
        .flatMap(letter -> letter);
  }

  /** Ends a subscription, from whatever it was; that they left is among the suppressions. */
  public Outcome leave(long id) {
    Outcome outcome = decide(id, (standing, before, now) -> Departure.leave(standing, before, now));
    if (outcome instanceof Unknown) {
      standings.silence(id);
    }
    return outcome;
  }

  /** Why an address is not to be mailed, if it is not. */
  public Optional<Suppression> suppression(EmailAddress address) {
    return standings.decide(address, Standing::suppression);
  }

  /** Deletes all that is kept of somebody, but that their address left or must not be mailed. */
  public Optional<Standings.Erased> erase(long id) {
    return standings.decide(id, Departure::erase);
  }

  /**
   * Erases a portion of those who have not confirmed and were asked to for the last time before an
   * instant, and what was asked for others before it. Who was a subscriber once is not erased.
   *
   * @return how many; to be called again until there are none
   */
  public int eraseUnconfirmed(Instant before, Standings.Asked asked) {
    return standings.eraseUnconfirmed(before, asked);
  }

  /**
   * Forgets a portion of those who left, or were suppressed, before an instant; an address of
   * theirs stays suppressed all the same.
   *
   * @return how many; to be called again until there are none
   */
  public int forgetWhoLeft(Instant before, Standings.Counting counting) {
    return standings.forget(before, counting);
  }

  /**
   * Suppresses an address, and the subscriber who has it: who is pending, active or paused becomes
   * suppressed, or unsubscribed if that is the origin, and who left stays away.
   *
   * @return false when the address is suppressed already; the earlier reason is kept, unless it is
   *     that its reader left
   */
  public boolean suppress(Suppression suppression) {
    return standings.decide(
        suppression.address(),
        standing -> Departure.suppress(standing, suppression, clock.instant()));
  }

  /**
   * Lifts a suppression and forgets what failed before. A subscriber who was suppressed is paused
   * then: mailing starts again when somebody says so.
   *
   * @return false when the address was not suppressed
   */
  public boolean lift(EmailAddress address) {
    return standings.decide(address, standing -> Departure.lift(standing, clock.instant()));
  }

  /** What comes of something that is asked for a subscriber. */
  private interface Rule {
    Outcome of(Standing standing, Subscriber before, Instant now);
  }

  private Outcome decide(long id, Rule rule) {
    Instant now = clock.instant();
    return standings
        .decide(id, standing -> rule.of(standing, standing.subscriber().orElseThrow(), now))
        .orElseGet(Unknown::new);
  }
}
