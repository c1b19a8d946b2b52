package dev.offprint.documents;

import dev.offprint.digests.OneLine;
import dev.offprint.digests.WhyChosen;
import dev.offprint.selection.ChosenPaper;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper of an edition.
 *
 * @param reason why it was chosen, in words
 */
public record ChosenPaperDocument(String id, String title, String reason) {
  /**
   * The papers of an edition.
   *
   * @param day of the edition; null for a notice, which has no papers
   */
  public static List<ChosenPaperDocument> of(List<ChosenPaper> papers, @Nullable LocalDate day) {
    return day == null
        ? List.of()
        : papers.stream()
            .map(
                chosen ->
                    new ChosenPaperDocument(
                        chosen.paper().id().value(),
                        OneLine.of(chosen.paper().shownTitle()),
                        WhyChosen.of(chosen, day).toString()))
            .toList();
  }
}
