package dev.offprint.text;

/**
 * How many columns text takes where letters are of one width, as at a terminal and in plain mail:
 * two for what Unicode Standard Annex 11 calls wide or full width, none for marks that stand on the
 * letter before them.
 */
public final class DisplayWidth {
  private DisplayWidth() {}

  /** Of a text on one line. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      width += of(character);
      i += Character.charCount(character);
    }
    return width;
  }

  private static int of(int character) {
    if (character < 0x300) {
      return 1;
    }
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  /** The wide blocks of EastAsianWidth.txt, and the emoji. */
  private static boolean isWide(int character) {
    return (character >= 0x1100 && character <= 0x115F)
        || (character >= 0x2E80 && character <= 0xA4CF && character != 0x303F)
        || (character >= 0xA960 && character <= 0xA97F)
        || (character >= 0xAC00 && character <= 0xD7A3)
        || (character >= 0xF900 && character <= 0xFAFF)
        || (character >= 0xFE30 && character <= 0xFE6F)
        || (character >= 0xFF00 && character <= 0xFF60)
        || (character >= 0xFFE0 && character <= 0xFFE6)
        || (character >= 0x1F300 && character <= 0x1FAFF)
        || (character >= 0x20000 && character <= 0x3FFFD);
  }
}
