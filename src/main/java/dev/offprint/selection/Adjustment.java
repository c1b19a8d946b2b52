package dev.offprint.selection;

import dev.offprint.search.ListedPapers;
import dev.offprint.search.PaperWords;
import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How what a reader said of papers moves the thresholds of their interests: "less like this" of a
 * paper that an interest brought, or nearly, makes that interest stricter for this reader, and
 * "more" makes it broader.
 */
final class Adjustment {
  /** A threshold is moved by no more than a step of the dial, whatever was said. */
  static final double MOST = InterestMatching.STEP;

  // Four words in one direction are as much as a step.
  private static final double EACH = MOST / 4;
  // So far below the threshold, a paper is nothing that the interest nearly brought.
  private static final double NEARLY = 0.3;

  private final ListedPapers papers;
  private final @Nullable PaperMeanings meanings;
  private final int more;
  private final int all;

  /**
   * @param more the papers of which more is wanted
   * @param less those of which less is wanted
   */
  Adjustment(List<Said> more, List<Said> less, @Nullable PaperMeanings meanings) {
    List<Said> said = Stream.concat(more.stream(), less.stream()).toList();
    papers = new ListedPapers(said.stream().map(Said::words).toList());
    this.meanings = meanings;
    this.more = more.size();
    all = said.size();
  }

  /** A paper of which something was said. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Said(PaperWords words, float[] vector) {}

  /** By how much the threshold of an interest is raised, from -{@link #MOST} to {@link #MOST}. */
  double of(InterestMatching interests, Interest interest) {
    InterestFit fit = interests.fit(interest, papers, meanings);
    double nearly = InterestMatching.threshold(interest.reach()) - NEARLY;
    double raised = 0;
    for (int place = 0; place < all; place++) {
      if (fit.score(place) >= nearly) {
        raised += place < more ? -EACH : EACH;
      }
    }
    return Math.clamp(raised, -MOST, MOST);
  }
}
