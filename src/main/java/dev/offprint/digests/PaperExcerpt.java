package dev.offprint.digests;

import dev.offprint.digests.sentences.MarkedText.Mark;
import java.util.List;

/**
 * Whole sentences of an abstract, in order, with the words by which the paper was found.
 *
 * @param text possibly empty
 * @param marks in order, apart from one another, within the text
 */
record PaperExcerpt(String text, List<Mark> marks) {
  static final PaperExcerpt NONE = new PaperExcerpt("", List.of());

  PaperExcerpt {
    marks = List.copyOf(marks);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
