package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.search.PaperIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The papers that a day's editions draw on, indexed; safe for use by many threads. It never changes
 * and is never closed, because somebody may be reading it; its memory is all that it has.
 */
final class IndexedDay {
  private final List<Candidate> announced;
  private final PaperIndex index;
  private final List<Candidate> candidates;
  private final Map<PaperId, Integer> places = new HashMap<>();

  /** Indexes all that are not withdrawn, which costs some tenths of a millisecond a paper. */
  IndexedDay(List<Candidate> announced) {
    this.announced = announced;
    Map<PaperId, Candidate> byId =
        announced.stream()
            .filter(candidate -> candidate.paper().dates().withdrawn() == null)
            .collect(
                Collectors.toMap(
                    candidate -> candidate.paper().id(),
                    Function.identity(),
                    (first, other) -> first));
    index = PaperIndex.of(byId.values());
    candidates = index.ids().stream().map(id -> byId.get(id)).toList();
    IntStream.range(0, candidates.size()).forEach(i -> places.put(index.ids().get(i), i));
  }

  /** Whether it is what these papers give, with what is known of each. */
  boolean isOf(List<Candidate> papers) {
    return announced.equals(papers);
  }

  PaperIndex index() {
    return index;
  }

  /** In the order of their places in the index. */
  List<Candidate> candidates() {
    return candidates;
  }

  Map<PaperId, Integer> places() {
    return places;
  }
}
