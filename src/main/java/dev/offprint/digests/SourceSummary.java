package dev.offprint.digests;

import dev.offprint.messages.Messages;
import dev.offprint.papers.Paper;

/** What somebody else than its authors wrote of a paper, named as that. */
public final class SourceSummary {
  private static final int LONGEST_NAME = 60;

  private SourceSummary() {}

  /**
   * On one line, such as {@code Summary by Hugging Face (AI): Snails prefer the shade.}; empty when
   * there is none.
   */
  public static String of(Paper paper, Messages in) {
    Paper.Summary summary = paper.listing().summary();
    String text = OneLine.of(paper.shownSummary());
    if (summary == null || text.isEmpty()) {
      return "";
    }
    String by = Excerpt.ofWords(OneLine.of(summary.by()), LONGEST_NAME);
    return in.text("summary.by", by.isEmpty() ? in.text("summary.source") : by, text);
  }
}
