package dev.offprint.papers;

import java.util.Comparator;

/**
 * What one source said of one part of a paper.
 *
 * @param value not empty
 */
record SourcedValue(String value, Provenance origin) {
  // The value decides between two things that a source said at the same instant.
  private static final Comparator<SourcedValue> BELIEF =
      Comparator.comparing(SourcedValue::origin).thenComparing(SourcedValue::value);

  /** Takes the better claim: from the better source, and of one source the later. */
  static SourcedValue better(SourcedValue one, SourcedValue other) {
    return BELIEF.compare(one, other) >= 0 ? one : other;
  }

  /** The parts of a paper for which the best claim counts; each has a letter in the database. */
  enum Part {
    TITLE('t'),
    ABSTRACT('a'),
    AUTHORS('n'),
    PRIMARY_CATEGORY('c'),
    PAGE('w'),
    PDF('p'),
    CODE('s'),
    ORGANIZATION('o'),
    SUMMARY('m');

    private final char letter;

    Part(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }
}
