package dev.offprint.digests;

import dev.offprint.papers.Paper;
import java.util.List;

/** Chooses what is shown of abstracts. */
final class Excerpts {
  private Excerpts() {}

  static PaperExcerpt of(Paper paper, Size size, List<String> words, String sentence) {
    String text = Excerpt.ofSentences(OneLine.of(paper.shownAbstract()), size.sentences() * 200);
    return text.isEmpty()
        ? PaperExcerpt.NONE
        : new PaperExcerpt(List.of(new PaperExcerpt.Run(text, false)));
  }
}
