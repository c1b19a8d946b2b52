package dev.offprint.digests;

/** How much an edition shows of a paper. */
enum Size {
  /** Title, authors, links and two sentences; the first of a section. */
  LEAD(2),
  /** The same with one sentence. */
  SINGLE(1),
  /** Title and a few words of the reason. */
  LINE(0);

  private final int sentences;

  Size(int sentences) {
    this.sentences = sentences;
  }

  /** The most sentences of the abstract. */
  int sentences() {
    return sentences;
  }
}
