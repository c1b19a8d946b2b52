package dev.offprint.digests;

import dev.offprint.papers.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A paper as one object, by which what is made of it is cached: those who send read it once for all
 * its mails, and comparing abstracts for each would take longer than the rest. A paper that was
 * read again is another one here.
 */
record SamePaper(Paper paper) {
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(@Nullable Object other) {
    return other instanceof SamePaper(Paper same) && same == paper;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(paper);
  }
}
