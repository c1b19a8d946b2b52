package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.documents.DeliveryDocument;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.planning.Readership;
import dev.offprint.subscribers.Subscriber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the editions of a run. */
final class RunOutcome {
  /** So many lines are looked at. */
  private static final int MOST_LINES = 50;

  private final Features features;
  private final Map<LocalDate, List<Subscriber>> due;
  private final Set<Long> leftBefore;

  /** A run that begins now: what has left by now is not its doing. */
  RunOutcome(Features features, Map<LocalDate, List<Subscriber>> due) {
    this.features = features;
    this.due = due;
    this.leftBefore =
        deliveries().stream()
            .filter(each -> each.progress().status().hasLeft())
            .map(Delivery::id)
            .collect(Collectors.toSet());
  }

  /** Tries at once what an earlier run left waiting. */
  void hasten() {
    deliveries()
        .forEach(
            delivery ->
                features.ledger().settlements().hasten(delivery.id(), features.clock().instant()));
  }

  /** Waits until another process has tried every one of them, or for so long. */
  CommandResult whenSettled(Duration patience) {
    Instant end = features.clock().instant().plus(patience);
    Waiting.whileTrue(
        () ->
            deliveries().stream().anyMatch(RunOutcome::isUnderWay)
                && features.clock().instant().isBefore(end),
        "what was planned is sent by the daemon");
    return after(null);
  }

  private static boolean isUnderWay(Delivery delivery) {
    return delivery.progress().status() == Status.PLANNED
        || delivery.progress().status() == Status.SENDING;
  }

  /**
   * Says how it stands.
   *
   * @param relayProblem why sending stopped; null when it did not
   */
  CommandResult after(@Nullable String relayProblem) {
    List<Delivery> deliveries = deliveries();
    Map<Long, Subscriber> readers =
        due.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Subscriber::id, reader -> reader));
    StringBuilder text = new StringBuilder();
    List<DeliveryDocument> documents = new ArrayList<>();
    WaitingReaders waits = new WaitingReaders();
    int lines = 0;
    for (Delivery delivery : deliveries) {
      Subscriber reader = java.util.Objects.requireNonNull(readers.get(delivery.subscriberId()));
      documents.add(DeliveryDocument.of(delivery, reader.address()));
      String why =
          java.util.Objects.requireNonNullElse(delivery.progress().reason(), "it waits to be sent");
      if (delivery.progress().status() == Status.SKIPPED && Readership.Waiting.isReason(why)) {
        waits.add(why);
      } else if (delivery.progress().status() != Status.SENT && ++lines <= MOST_LINES) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s: %s: %s%n",
                reader.address(),
                Text.word(delivery.progress().status()),
                why));
      }
    }
    if (lines > MOST_LINES) {
      text.append(
          String.format(
              Locale.ROOT, "… and %,d more; --json has all of them.%n", lines - MOST_LINES));
    }
    text.append(waits.lines());
    long sent = left(deliveries) - leftBefore.size();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d sent, %,d skipped, %,d waiting, %,d failed",
            sent,
            count(deliveries, Status.SKIPPED),
            waiting(deliveries),
            count(deliveries, Status.FAILED)));
    if (!leftBefore.isEmpty()) {
      text.append(String.format(Locale.ROOT, "; %,d were sent before", leftBefore.size()));
    }
    if (relayProblem != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s%nWhat waits is sent by the daemon or by the next run.",
              relayProblem));
    }
    boolean failed =
        relayProblem != null || waiting(deliveries) + count(deliveries, Status.FAILED) > 0;
    return new CommandResult(
        text.toString(),
        new Document()
            .with("sent", sent)
            .with("sent_before", leftBefore.size())
            .with("deliveries", documents)
            .with("relay_problem", relayProblem),
        failed);
  }

  private List<Delivery> deliveries() {
    List<Delivery> found = new ArrayList<>();
    due.forEach(
        (day, readers) -> {
          Set<Long> ids = readers.stream().map(Subscriber::id).collect(Collectors.toSet());
          features.ledger().deliveries().list(day, null).stream()
              .filter(delivery -> ids.contains(delivery.subscriberId()))
              .forEach(found::add);
        });
    return found;
  }

  private static long waiting(List<Delivery> deliveries) {
    return deliveries.size()
        - left(deliveries)
        - count(deliveries, Status.SKIPPED)
        - count(deliveries, Status.FAILED);
  }

  private static long left(List<Delivery> deliveries) {
    return deliveries.stream().filter(each -> each.progress().status().hasLeft()).count();
  }

  private static long count(List<Delivery> deliveries, Status status) {
    return deliveries.stream().filter(each -> each.progress().status() == status).count();
  }
}
