package dev.offprint.digests;

import dev.offprint.papers.Paper;

/**
 * Keeps the blocks of the papers that are in today's mails, since making them clean text and
 * finding the end of a sentence takes as long as the rest of the mail; safe for use by many
 * threads.
 */
final class PaperBlocks {
  /** More than one day's editions draw on; a block with its paper takes some 5 KB. */
  static final int MOST = 2_000;

  private record Shown(Paper paper, int summary) {}

  private final Kept<Shown, PaperBlock> blocks = new Kept<>(MOST);

  /** As {@link PaperBlock#of}. A paper that has changed since is another paper here. */
  PaperBlock of(Paper paper, int summary) {
    return blocks.of(
        new Shown(paper, summary), shown -> PaperBlock.of(shown.paper(), shown.summary()));
  }

  int size() {
    return blocks.size();
  }
}
