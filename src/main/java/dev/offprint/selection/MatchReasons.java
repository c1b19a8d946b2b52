package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.search.MatchedWords;
import dev.offprint.search.PaperWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Says why papers match: by the words that stand in them, else by the sentence that is close. Safe
 * for use by many threads.
 */
final class MatchReasons {
  private final List<Candidate> candidates;
  private final Map<Integer, PaperWords> words = new ConcurrentHashMap<>();

  /**
   * @param candidates by their places
   */
  MatchReasons(List<Candidate> candidates) {
    this.candidates = candidates;
  }

  /** Why the paper at a place matches what a reader wants. */
  Reason of(int place, InformationNeed need) {
    return switch (need) {
      case InformationNeed.MoreLike liked -> new Reason.Alike(liked.paper(), liked.title());
      case InformationNeed.Written written -> {
        PaperWords paper =
            words.computeIfAbsent(place, p -> new PaperWords(candidates.get(p).paper()));
        List<String> found = MatchedWords.of(written.interest().text(), written.parsed(), paper);
        yield found.isEmpty()
            ? new Reason.Close(written.interest(), sentence(place, written))
            : new Reason.Matched(written.interest(), found);
      }
    };
  }

  private String sentence(int place, InformationNeed.Written written) {
    Paper paper = candidates.get(place).paper();
    Set<String> stems =
        written.parsed().alternatives().stream()
            .flatMap(alternative -> alternative.stems().stream())
            .collect(Collectors.toUnmodifiableSet());
    return NearestSentence.of(stems, paper.shownTitle(), paper.shownAbstract());
  }
}
