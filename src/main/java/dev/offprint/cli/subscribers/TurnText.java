package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.TimingText;
import dev.offprint.planning.Readership.Turn;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** When it is the turn of one whom the day's limit keeps waiting, in words and as JSON. */
public record TurnText(Subscriber subscriber, Turn turn) {
  /** Of one who waits today, by their own clock; empty for anybody else. */
  public static Optional<TurnText> of(SubscriberFeatures features, Subscriber subscriber) {
    LocalDate today =
        LocalDate.ofInstant(features.clock().instant(), subscriber.preferences().timing().zone());
    return features
        .readership()
        .turn(subscriber, today)
        .map(turn -> new TurnText(subscriber, turn));
  }

  /** "number 30 of those who wait (smtp.limits.daily); mailed from Sat 2026-12-05 on". */
  public String words() {
    LocalDate day = turn.day();
    return String.format(
        Locale.ROOT,
        "number %,d of those who wait (smtp.limits.daily); %s",
        turn.place(),
        day == null
            ? "not mailed until it is raised"
            : "mailed from " + TimingText.day(day) + " on");
  }

  /** The subscriber, next due when their turn has come; empty when it does not come. */
  public Optional<Subscriber> due() {
    Timing timing = subscriber.preferences().timing();
    return Optional.ofNullable(turn.day())
        .map(day -> timing.nextAfter(day.atStartOfDay(timing.zone()).toInstant().minusNanos(1)))
        .map(first -> first.isAfter(subscriber.nextDue()) ? subscriber.dueAt(first) : subscriber);
  }

  public Document document() {
    LocalDate day = turn.day();
    return new Document()
        .with("place", turn.place())
        .with("mailed_from", day == null ? null : day.toString());
  }
}
