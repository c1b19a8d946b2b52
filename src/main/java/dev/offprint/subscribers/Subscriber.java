package dev.offprint.subscribers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One address with its preferences.
 *
 * @param id given by the store
 * @param nextDue when the next edition is due; it only counts while {@code status} is active
 * @param pausedUntil the day, in the subscriber's zone, on which a paused one is active again; null
 *     when there is none
 */
public record Subscriber(
    long id,
    EmailAddress address,
    Status status,
    Preferences preferences,
    Instant createdAt,
    Instant nextDue,
    @Nullable LocalDate pausedUntil) {
  /** The longest pause with an end, in years. */
  public static final int LONGEST_PAUSE_YEARS = 5;

  /** One whose pause, if there is one, has no end. */
  public Subscriber(
      long id,
      EmailAddress address,
      Status status,
      Preferences preferences,
      Instant createdAt,
      Instant nextDue) {
    this(id, address, status, preferences, createdAt, nextDue, null);
  }

  Subscriber withId(long given) {
    return new Subscriber(given, address, status, preferences, createdAt, nextDue, pausedUntil);
  }

  /** The same in another status; a pause is over with that. */
  Subscriber with(Status other) {
    return new Subscriber(id, address, other, preferences, createdAt, nextDue);
  }

  /** The same with other preferences, by which the next edition is due after an instant. */
  Subscriber with(Preferences other, Instant now) {
    return new Subscriber(
        id, address, status, other, createdAt, other.timing().nextAfter(now), pausedUntil);
  }

  /** The same at another address. */
  Subscriber at(EmailAddress other) {
    return new Subscriber(id, other, status, preferences, createdAt, nextDue, pausedUntil);
  }

  /** The same with what was asked for them, which is not theirs yet. */
  public Subscriber wanting(Preferences asked) {
    return new Subscriber(id, address, status, asked, createdAt, nextDue, pausedUntil);
  }

  /** The same whose next edition is due at another instant. */
  public Subscriber dueAt(Instant instant) {
    return new Subscriber(id, address, status, preferences, createdAt, instant, pausedUntil);
  }

  /** The same on a pause, until a day or without an end. */
  Subscriber pausedUntil(@Nullable LocalDate day) {
    return new Subscriber(id, address, Status.PAUSED, preferences, createdAt, nextDue, day);
  }

  /** Whether what they are asked to confirm is kept beside them, if anything is. */
  public boolean isAskedBesides() {
    return status == Status.UNSUBSCRIBED || status == Status.PAUSED;
  }

  /** Whether their editions can be paused. */
  public boolean mayPause() {
    return status == Status.ACTIVE || status == Status.PAUSED;
  }

  /** Whether a pause can be until a day: after today, and within the longest pause. */
  public boolean mayPauseUntil(LocalDate day, Instant now) {
    LocalDate today = today(now);
    return day.isAfter(today) && !day.isAfter(today.plusYears(LONGEST_PAUSE_YEARS));
  }

  /**
   * When a pause of a week ends: on the same weekday of the next week, or a week later where no
   * edition would be left out by then.
   */
  public LocalDate endOfPausedWeek(Instant now) {
    LocalDate week = today(now).plusWeeks(1);
    return dueAfterPause(week).isAfter(preferences.timing().nextAfter(now))
        ? week
        : week.plusWeeks(1);
  }

  /** When the first edition is due after a pause until a day. */
  public Instant dueAfterPause(LocalDate until) {
    Timing timing = preferences.timing();
    // The day's first minute may be the chosen one.
    return timing.nextAfter(until.atStartOfDay(timing.zone()).toInstant().minusNanos(1));
  }

  /** The day that it is for them. */
  public LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, preferences.timing().zone());
  }

  /** {@code pending → active ⇄ paused → unsubscribed}, or {@code suppressed}. */
  public enum Status {
    /** Has asked, and has not confirmed; is sent nothing but the confirmation mail. */
    PENDING,
    ACTIVE,
    PAUSED,
    UNSUBSCRIBED,
    /** Must not be mailed, because the address bounced or its owner complained. */
    SUPPRESSED
  }
}
