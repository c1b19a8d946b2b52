package dev.offprint.sources;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Makes text from outside fit to be kept. */
public final class SourceText {
  private SourceText() {}

  /**
   * The text on one line, white space folded, without characters that are not text, cut at a
   * length.
   */
  public static String line(String text, int longest) {
    String folded = folded(text);
    if (folded.length() <= longest) {
      return folded;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(folded.charAt(end - 1))) {
      end--;
    }
    return folded.substring(0, end) + "…";
  }

  /** One pass and no regular expression: every text that comes in goes through here. */
  private static String folded(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean parted = false;
    int character;
    for (int at = 0; at < text.length(); at += Character.charCount(character)) {
      character = text.codePointAt(at);
      if (isWhiteSpace(character)) {
        parted = !line.isEmpty();
      } else if (!isDropped(character)) {
        if (parted) {
          line.append(' ');
          parted = false;
        }
        line.appendCodePoint(isLoneSurrogate(character) ? 0xfffd : character);
      }
    }
    return line.toString();
  }

  private static boolean isWhiteSpace(int character) {
    if (character < 0x80) {
      return character == ' ' || (character >= '\t' && character <= '\r');
    }
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /**
   * Control characters, and those that turn the direction of the text after them (Unicode Annex 9,
   * section 2).
   */
  private static boolean isDropped(int character) {
    return Character.isISOControl(character)
        || (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0x200e
        || character == 0x200f
        || character == 0x061c
        || character == 0xfeff;
  }

  private static boolean isLoneSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  /** Whether it stands on one line and holds nothing that would have to be dropped. */
  static boolean isClean(String text) {
    return line(text, Integer.MAX_VALUE).equals(text.strip());
  }

  /** The address, if it is a web address that can be linked to. */
  public static @Nullable URI webAddress(@Nullable String text) {
    if (text == null || text.length() > 2_000 || !isClean(text)) {
      return null;
    }
    try {
      URI address = new URI(text.strip());
      boolean web =
          "https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme());
      return web && address.getHost() != null ? address : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
