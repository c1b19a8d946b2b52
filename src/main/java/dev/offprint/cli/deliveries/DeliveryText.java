package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.PaperText;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.digests.WhyChosen;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Progress;
import dev.offprint.selection.ChosenPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger in sentences and as JSON. */
final class DeliveryText {
  private DeliveryText() {}

  /**
   * The delivery with a number.
   *
   * @throws CommandFailure when there is none
   */
  static Delivery known(SubscriberFeatures features, long id) {
    return features
        .ledger()
        .deliveries()
        .find(id)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    String.format(
                        Locale.ROOT,
                        "there is no delivery %d%s; 'offprint deliveries list' shows them",
                        id,
                        features
                            .ledger()
                            .deliveries()
                            .retainedSince()
                            .map(
                                since ->
                                    String.format(
                                        Locale.ROOT,
                                        ", or it is from before %s and forgotten (mail.keep_days)",
                                        TimingText.day(since)))
                            .orElse(""))));
  }

  /** What was planned and what became of it, as of {@code now}; one sentence a line. */
  static List<String> story(Delivery delivery, int papers, ZoneId zone, Instant now) {
    List<String> story = new ArrayList<>(outcome(delivery, papers, zone, now));
    String late = delivery.planning().lateSources();
    if (late != null) {
      story.add(
          String.format(
              Locale.ROOT, "When it was planned, these sources had not answered: %s.", late));
    }
    return story;
  }

  private static List<String> outcome(Delivery delivery, int papers, ZoneId zone, Instant now) {
    Progress progress = delivery.progress();
    String attempts =
        switch (progress.attempts()) {
          case 0 -> "without an attempt";
          case 1 -> "at the first attempt";
          default -> "after " + Text.count(progress.attempts(), "attempt");
        };
    String reason = Objects.requireNonNullElse(progress.reason(), "no reason was written down");
    String planned = planned(delivery, papers, zone);
    return switch (progress.status()) {
      case PLANNED ->
          List.of(
              planned,
              String.format(
                  Locale.ROOT,
                  "It has not been tried yet; %s%s",
                  next(progress, zone, now),
                  progress.reason() == null ? "" : " The ledger says: " + progress.reason()));
      case SENDING -> List.of(planned, "It is being handed to the relay right now.");
      case SENT ->
          List.of(
              planned,
              String.format(Locale.ROOT, "It was sent %s, %s.", settled(progress, zone), attempts),
              "The relay answered: " + reason);
      case DEFERRED ->
          List.of(
              planned,
              String.format(
                  Locale.ROOT, "The relay has not taken it yet, %s: %s", attempts, reason),
              "It is kept; " + next(progress, zone, now));
      case FAILED ->
          List.of(
              planned,
              String.format(
                  Locale.ROOT,
                  "It failed %s, %s, and is not tried again: %s",
                  settled(progress, zone),
                  attempts,
                  reason));
      case BOUNCED ->
          List.of(
              planned,
              String.format(
                  Locale.ROOT,
                  "It was sent %s, and came back: %s",
                  settled(progress, zone),
                  reason));
      case COMPLAINED ->
          List.of(
              planned,
              String.format(
                  Locale.ROOT,
                  "It was sent %s, and its reader complained.",
                  settled(progress, zone)));
      case SKIPPED ->
          List.of(String.format(Locale.ROOT, "%s was not sent: %s.", what(delivery), reason));
    };
  }

  private static String planned(Delivery delivery, int papers, ZoneId zone) {
    return String.format(
        Locale.ROOT,
        "%s%s was planned %s.",
        what(delivery),
        papers == 0 ? "" : " with " + Text.count(papers, "paper"),
        TimingText.moment(delivery.plannedAt(), zone));
  }

  private static String what(Delivery delivery) {
    LocalDate day = delivery.day();
    return switch (delivery.kind()) {
      case CONFIRMATION -> "The mail that asks to confirm";
      case LINK -> "The mail with the link to the preferences";
      case MOVE -> "The mail that tells of a new address";
      case DATA -> "The mail with the link to all that is kept";
      case EDITION -> "The edition of " + (day == null ? "no day" : TimingText.day(day));
    };
  }

  private static String next(Progress progress, ZoneId zone, Instant now) {
    Instant next = progress.nextAttemptAt();
    return next == null || !next.isAfter(now)
        ? "it is due now."
        : "it is tried next " + TimingText.moment(next, zone) + ".";
  }

  private static String settled(Progress progress, ZoneId zone) {
    Instant settled = progress.settledAt();
    return settled == null ? "at an unknown time" : TimingText.moment(settled, zone);
  }

  /** The papers of an edition, each with why it was chosen. */
  static String papers(List<ChosenPaper> papers, @Nullable LocalDate day) {
    if (day == null) {
      return ""; // A notice has neither a day nor papers.
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < papers.size(); i++) {
      ChosenPaper chosen = papers.get(i);
      text.append(PaperText.head(i + 1, chosen.paper().shownTitle()))
          .append(
              PaperText.indented(
                  Text.wrap(
                      chosen.paper().id() + ": " + WhyChosen.of(chosen, day), Text.WIDTH - 4)));
    }
    return text.toString();
  }
}
