package dev.offprint.ledger;

import dev.offprint.digests.Edition;
import dev.offprint.digests.EditionNotes;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Objects;

/**
 * What an edition holds.
 *
 * @param papers in order; empty when all of them turned out to have been sent before
 */
public record EditionContents(List<ChosenPaper> papers, EditionNotes notes) {
  /** What a notice holds, and an edition of which nothing is known. */
  public static final EditionContents NOTHING = new EditionContents(List.of(), EditionNotes.NONE);

  public EditionContents {
    papers = List.copyOf(papers);
  }

  /** The edition that a delivery brings its subscriber. */
  public Edition of(Delivery delivery, Subscriber subscriber) {
    return new Edition(
        subscriber,
        Objects.requireNonNull(delivery.day()),
        papers,
        notes,
        delivery.planning().lateSources());
  }
}
