package dev.offprint.subscribers;

import dev.offprint.papers.PaperId;
import java.util.List;

/**
 * What a subscriber said of papers: of which they want more alike, and of which less. No paper is
 * in both.
 *
 * @param more latest first
 * @param less latest first
 */
public record Feedback(List<PaperId> more, List<PaperId> less) {
  /** Nothing was said. */
  public static final Feedback NONE = new Feedback(List.of(), List.of());

  public Feedback {
    more = List.copyOf(more);
    less = List.copyOf(less);
  }
}
