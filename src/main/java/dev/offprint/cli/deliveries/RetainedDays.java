package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.TimingText;
import dev.offprint.selection.DaySelector;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** What the ledger no longer tells of, in words. */
final class RetainedDays {
  private RetainedDays() {}

  /** Says that a day without a row is one of those that are forgotten, if it is. */
  static Optional<String> forgotten(SubscriberFeatures features, LocalDate day) {
    return features
        .ledger()
        .deliveries()
        .retainedSince()
        .filter(day::isBefore)
        .map(
            since ->
                String.format(
                        Locale.ROOT,
                        "What was planned for %s is forgotten: the ledger tells of the days since"
                            + " %s",
                        TimingText.day(day),
                        TimingText.day(since))
                    + " (mail.keep_days).");
  }

  /** The day since which there can be a row for somebody who was there before; else empty. */
  static Optional<LocalDate> since(SubscriberFeatures features, Subscriber subscriber) {
    LocalDate added = LocalDate.ofInstant(subscriber.createdAt(), ZoneOffset.UTC);
    return features.ledger().deliveries().retainedSince().filter(added::isBefore);
  }

  /**
   * Refuses a day of which papers may have been sent with editions that are forgotten.
   *
   * @throws CommandFailure when it is one
   */
  static void requireToSend(SubscriberFeatures features, LocalDate day) {
    LocalDate firstPapers = DaySelector.firstDay(day);
    features
        .ledger()
        .deliveries()
        .retainedSince()
        .filter(firstPapers::isBefore)
        .ifPresent(
            since -> {
              throw CommandFailure.failed(
                  String.format(
                      Locale.ROOT,
                      "an edition of %s could repeat papers: what was sent before %s is forgotten"
                          + " (mail.keep_days), so days before %s are not sent any more",
                      TimingText.day(day),
                      TimingText.day(since),
                      TimingText.day(since.plusDays(DaySelector.CANDIDATE_DAYS - 1L))));
            });
  }
}
