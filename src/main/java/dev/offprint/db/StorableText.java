package dev.offprint.db;

import org.jspecify.annotations.Nullable;

/**
 * Text as PostgreSQL can hold it. H2 takes whatever Java calls a string; PostgreSQL takes UTF-8
 * without the character NUL, and half of a surrogate pair is none.
 */
final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /**
   * Replaces what cannot be held in the texts of a row.
   *
   * @return whether there was anything
   */
  static boolean replaceIn(@Nullable Object[] row) {
    boolean replaced = false;
    for (int column = 0; column < row.length; column++) {
      if (row[column] instanceof String text && !isStorable(text)) {
        row[column] = storable(text);
        replaced = true;
      }
    }
    return replaced;
  }

  private static boolean isStorable(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (!isStorable(text.codePointAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStorable(int codePoint) {
    return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
  }

  private static String storable(String text) {
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(each -> storable.appendCodePoint(isStorable(each) ? each : REPLACEMENT));
    return storable.toString();
  }
}
