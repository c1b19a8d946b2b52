package dev.offprint.ledger;

import dev.offprint.digests.EditionNotes;
import dev.offprint.selection.ChosenPaper;
import java.util.List;

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
}
