package dev.offprint.text;

/** White space in text of one line. */
public final class Blanks {
  private Blanks() {}

  /**
   * Whether a text needs no folding, as most does: printable ASCII with single blanks, none of them
   * at its beginning or end. A loop, as this is asked of millions of texts.
   */
  public static boolean areFolded(String text) {
    boolean blankBefore = true;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean blank = character == ' ';
      if (character < ' ' || character > '~' || (blank && blankBefore)) {
        return false;
      }
      blankBefore = blank;
    }
    return text.isEmpty() || !blankBefore;
  }
}
