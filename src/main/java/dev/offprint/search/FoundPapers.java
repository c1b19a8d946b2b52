package dev.offprint.search;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import java.util.List;
import java.util.Map;

/**
 * Some of the papers that were found.
 *
 * @param papers in their order
 * @param total how many match altogether
 * @param scores of their words, if the best come first
 */
public record FoundPapers(List<Candidate> papers, int total, Map<PaperId, Float> scores) {
  static final FoundPapers NOTHING = new FoundPapers(List.of(), 0);

  public FoundPapers {
    papers = List.copyOf(papers);
    scores = Map.copyOf(scores);
  }

  public FoundPapers(List<Candidate> papers, int total) {
    this(papers, total, Map.of());
  }
}
