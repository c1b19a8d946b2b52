package dev.offprint.search;

import java.util.BitSet;
import java.util.List;

/** Papers that interests are held against, each known by its place. */
public interface SearchedPapers {
  /** Which stems they have. */
  IndexedTerms terms();

  /** Those that have all that an alternative requires beside its words. */
  BitSet meeting(ParsedInterest.Alternative alternative);

  /** Those that have any of these. */
  BitSet havingAny(List<Clause> clauses);
}
