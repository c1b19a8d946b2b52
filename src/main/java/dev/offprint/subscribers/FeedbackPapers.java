package dev.offprint.subscribers;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What subscribers said of papers, with the papers.
 *
 * @param feedback what was said
 * @param papers the papers that can be spoken of
 */
public record FeedbackPapers(FeedbackStore feedback, PaperStore papers) {
  /**
   * The papers that one subscriber spoke of.
   *
   * @param more those of which more alike are wanted, latest first
   * @param less those of which fewer alike are wanted, latest first
   */
  public record Said(List<Paper> more, List<Paper> less) {
    public boolean isEmpty() {
      return more.isEmpty() && less.isEmpty();
    }
  }

  /** What one subscriber said. */
  public Said of(long subscriberId) {
    Feedback said = feedback.of(subscriberId);
    Map<PaperId, Paper> known = new HashMap<>();
    papers
        .find(Stream.concat(said.more().stream(), said.less().stream()).toList())
        .forEach((id, found) -> known.put(id, found.paper()));
    return new Said(known(said.more(), known), known(said.less(), known));
  }

  private static List<Paper> known(List<PaperId> ids, Map<PaperId, Paper> papers) {
    return ids.stream()
        .map(id -> Optional.ofNullable(papers.get(id)))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The paper that an id names.
   *
   * @return empty when it is no id, or no paper that is known
   */
  public Optional<Paper> paper(String id) {
    try {
      return papers.find(new PaperId(id)).map(found -> found.paper());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
