package dev.offprint.digests;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whole sentences of an abstract, in order, with the words by which the paper was found.
 *
 * @param runs possibly none
 */
public record PaperExcerpt(List<Run> runs) {
  static final PaperExcerpt NONE = new PaperExcerpt(List.of());

  public PaperExcerpt {
    runs = List.copyOf(runs);
  }

  /** A stretch of text, all of which is a matched word, or nothing of it. */
  public record Run(String text, boolean matched) {}

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Without the marks. */
  String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }
}
