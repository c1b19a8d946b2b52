package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.papers.Paper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the blocks of the papers that are in today's mails, since making them clean text and
 * finding the end of a sentence takes as long as the rest of the mail; safe for use by many
 * threads.
 */
final class PaperBlocks {
  /** More than one day's editions draw on; a block with its paper takes some 5 KB. */
  static final int MOST = 2_000;

  /**
   * A paper as one object: those who send read it once for all its mails, and comparing abstracts
   * for each would take longer than the rest.
   */
  private record Shown(Paper paper, int summary) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Shown(Paper same, int length) && same == paper && length == summary;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(paper) + summary;
    }
  }

  private final Cache<Shown, PaperBlock> blocks =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /** As {@link PaperBlock#of}. A paper that was read again is another paper here. */
  PaperBlock of(Paper paper, int summary) {
    return blocks.get(
        new Shown(paper, summary), shown -> PaperBlock.of(shown.paper(), shown.summary()));
  }

  int size() {
    return Math.toIntExact(blocks.estimatedSize());
  }
}
