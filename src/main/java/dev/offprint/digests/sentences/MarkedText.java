package dev.offprint.digests.sentences;

import java.util.List;

/**
 * A whole sentence of an abstract, or another text, with the words in it that a reader looks for.
 *
 * @param text on one line
 * @param marks in order, apart from one another, within the text
 */
public record MarkedText(String text, List<Mark> marks) {
  public MarkedText {
    marks = List.copyOf(marks);
  }

  /**
   * Words to be marked.
   *
   * @param from where they begin in the text
   * @param to behind their last character
   */
  public record Mark(int from, int to) {
    /** The same behind so many more characters. */
    public Mark movedBy(int characters) {
      return new Mark(from + characters, to + characters);
    }
  }
}
