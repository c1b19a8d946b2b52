package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.TimingText;
import dev.offprint.sources.LateSources.Late;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why the ledger can have no row for a subscriber's day. */
final class NothingPlanned {
  private NothingPlanned() {}

  /**
   * Says that there is none for any day, and why, as sentences.
   *
   * @param since the day before which rows are forgotten; empty when there can have been none
   * @param late the sources that have not answered as of {@code now}
   */
  static List<String> ever(
      Subscriber subscriber, Optional<LocalDate> since, List<Late> late, Instant now) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        since
            .map(TimingText::day)
            .map(
                day ->
                    String.format(
                        Locale.ROOT,
                        "Nothing has been planned for this subscriber since %s; what was planned"
                            + " before is forgotten (mail.keep_days).",
                        day))
            .orElse("Nothing has been planned for this subscriber yet."));
    reasons.addAll(waiting(subscriber, late, now));
    return reasons;
  }

  /**
   * The reasons that hold for a day, as sentences.
   *
   * @param late the sources that have not answered as of {@code now}
   */
  static List<String> on(LocalDate day, Subscriber subscriber, List<Late> late, Instant now) {
    Timing timing = subscriber.preferences().timing();
    List<String> reasons = new ArrayList<>();
    reasons.add(String.format(Locale.ROOT, "No edition was planned for %s.", TimingText.day(day)));
    Instant due = timing.dueOn(day);
    if (!timing.includes(day)) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "None is due on a %s: editions come %s.",
              TimingText.name(day.getDayOfWeek()),
              TimingText.days(timing)));
    } else if (due.isAfter(now)) {
      reasons.add(
          String.format(Locale.ROOT, "It is due %s, which is still to come.", moment(due, timing)));
    } else if (subscriber.nextDue().equals(due) && !waiting(subscriber, late, now).isEmpty()) {
      reasons.addAll(waiting(subscriber, late, now));
    } else if (due.isBefore(subscriber.createdAt())) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "It was due %s, before the address was added, %s.",
              moment(due, timing),
              moment(subscriber.createdAt(), timing)));
    } else if (subscriber.status() == Subscriber.Status.ACTIVE) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "It was due %s. Either the daemon was not running then, and sent a later day's"
                  + " edition instead, or it is about to plan it, or the subscriber was not active"
                  + " then.",
              moment(due, timing)));
    }
    return reasons;
  }

  /** What an edition that is due still waits for, if it does. */
  private static List<String> waiting(Subscriber subscriber, List<Late> late, Instant now) {
    if (subscriber.status() != Subscriber.Status.ACTIVE
        || subscriber.nextDue().isAfter(now)
        || late.isEmpty()) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "It has been due since %s and waits, for a set time, for: %s.",
            moment(subscriber.nextDue(), subscriber.preferences().timing()),
            late.stream().map(Late::toString).collect(Collectors.joining(", "))));
  }

  /** When the next edition is due, or why none is. */
  static String comingNext(Subscriber subscriber) {
    Timing timing = subscriber.preferences().timing();
    return switch (subscriber.status()) {
      case ACTIVE ->
          String.format(
              Locale.ROOT, "The next edition is due %s.", moment(subscriber.nextDue(), timing));
      case PENDING ->
          "The subscriber has not confirmed the address, and is sent no editions until then.";
      case PAUSED ->
          String.format(
              Locale.ROOT,
              "The subscriber is paused and is sent nothing; 'offprint subscribers resume %s' ends"
                  + " that.",
              subscriber.address());
      case UNSUBSCRIBED -> "The subscriber has left and is sent nothing more.";
      case SUPPRESSED ->
          "The address is suppressed and is sent nothing: its mails came back, or its owner"
              + " complained.";
    };
  }

  private static String moment(Instant instant, Timing timing) {
    return TimingText.moment(instant, timing.zone());
  }
}
