package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Searches all papers that are kept, the way interests are matched. */
public final class PaperSearch {
  private final PaperStore papers;

  public PaperSearch(PaperStore papers) {
    this.papers = papers;
  }

  /**
   * The papers that match best, best first. Any text will do, of which the first {@value
   * InterestParser#MAX_CHARACTERS} characters are read; see {@link InterestCheck} for what never
   * matches. Every search indexes the papers as they are now, a second for some ten thousand of
   * them, and holds the index but not the papers in memory.
   *
   * @param limit at least 1
   */
  public List<Candidate> search(String text, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one paper must be asked for");
    }
    ParsedInterest wanted = InterestParser.parse(text);
    if (wanted.alternatives().isEmpty()) {
      return List.of();
    }
    try (PaperIndex index = PaperIndex.of(papers::forEach)) {
      return IntStream.of(index.search(wanted, limit))
          .mapToObj(place -> papers.find(index.ids().get(place)))
          .flatMap(Optional::stream)
          .toList();
    }
  }
}
