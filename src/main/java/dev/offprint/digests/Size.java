package dev.offprint.digests;

/** How much an edition shows of a paper. */
enum Size {
  /** Title, authors, links and two sentences; the first of a section. */
  LEAD(2, 420),
  /** The same with one sentence. */
  SINGLE(1, 260),
  /** Title and a few words of the reason. */
  LINE(0, 0);

  private final int sentences;
  private final int room;

  Size(int sentences, int room) {
    this.sentences = sentences;
    this.room = room;
  }

  /** The most sentences of the abstract. */
  int sentences() {
    return sentences;
  }

  /** How many characters these may have, if some do. */
  int room() {
    return room;
  }
}
