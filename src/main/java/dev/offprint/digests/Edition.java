package dev.offprint.digests;

import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Plan;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's digest for one day.
 *
 * @param papers in the order in which they are shown; at least one
 * @param lateSources the sources that had not answered when it was planned, and why, in one line;
 *     null when all had
 */
public record Edition(
    Subscriber subscriber,
    LocalDate day,
    List<ChosenPaper> papers,
    EditionNotes notes,
    @Nullable String lateSources) {
  public Edition {
    papers = List.copyOf(papers);
  }

  /** One of which nothing is told but its papers. */
  public Edition(Subscriber subscriber, LocalDate day, List<ChosenPaper> papers) {
    this(subscriber, day, papers, EditionNotes.NONE, null);
  }

  /** One that is planned: what is told of it is in the plan. */
  public static Edition of(Subscriber subscriber, LocalDate day, Plan.Papers plan) {
    return new Edition(subscriber, day, plan.chosen(), EditionNotes.of(plan, day), null);
  }

  /** The groups whose interests brought papers, in their order. */
  List<String> groups() {
    return papers.stream()
        .map(chosen -> chosen.reason().ofGroup())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The same with other notes. */
  public Edition with(EditionNotes other) {
    return new Edition(subscriber, day, papers, other, lateSources);
  }

  /** Whether it is its subscriber's only one in the week that ends with its day. */
  boolean isWeekly() {
    return subscriber.preferences().timing().isWeekly();
  }
}
