package dev.offprint.search;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** A few papers without an index; a paper's place is that in the list. */
public final class ListedPapers implements SearchedPapers {
  private final List<PaperWords> papers;
  private final IndexedTerms terms;

  public ListedPapers(List<PaperWords> papers) {
    this.papers = List.copyOf(papers);
    terms = IndexedTerms.of(papers);
  }

  @Override
  public IndexedTerms terms() {
    return terms;
  }

  @Override
  public BitSet meeting(ParsedInterest.Alternative alternative) {
    return places(paper -> alternative.required().stream().allMatch(paper::hold));
  }

  @Override
  public BitSet havingAny(List<Clause> clauses) {
    return places(paper -> clauses.stream().anyMatch(paper::hold));
  }

  private BitSet places(Predicate<PaperWords> condition) {
    BitSet places = new BitSet(papers.size());
    for (int place = 0; place < papers.size(); place++) {
      places.set(place, condition.test(papers.get(place)));
    }
    return places;
  }
}
