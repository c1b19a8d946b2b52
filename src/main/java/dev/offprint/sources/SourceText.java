package dev.offprint.sources;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text from outside fit to be kept. */
public final class SourceText {
  /** What the octets 0x80 to 0x9f are in Windows-1252; U+FFFD where they are nothing. */
  private static final String WINDOWS_1252 =
      new String(octets(0x80, 0x9f), Charset.forName("windows-1252"));

  private static final Pattern ARXIV =
      Pattern.compile("http://(?:[a-z]+\\.)?arxiv\\.org(?=[/?#]|$)", Pattern.CASE_INSENSITIVE);

  // Characters that browsers encode in an address, as URIs may not have them (RFC 3986).
  private static final Pattern ENCODED = Pattern.compile("[<>\"{}|\\\\^`]|%(?![0-9a-fA-F]{2})");

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
        line.appendCodePoint(meant(character));
      }
    }
    return line.toString();
  }

  /** What is no character of text is one of Windows-1252 that lost its encoding on the way. */
  private static int meant(int character) {
    if (character >= 0x80 && character <= 0x9f) {
      return WINDOWS_1252.charAt(character - 0x80);
    }
    return isLoneSurrogate(character) ? 0xfffd : character;
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
    return character < 0x20
        || character == 0x7f
        // The five octets that Windows-1252 leaves open.
        || (character >= 0x80
            && character <= 0x9f
            && WINDOWS_1252.charAt(character - 0x80) == 0xfffd)
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

  private static byte[] octets(int first, int last) {
    byte[] octets = new byte[last - first + 1];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (first + i);
    }
    return octets;
  }

  /**
   * The address, if it is a web address that can be linked to. That of a page at arXiv is made one
   * of https, to which arXiv leads anyway.
   */
  public static @Nullable URI webAddress(@Nullable String text) {
    if (text == null || text.length() > 2_000 || !isClean(text)) {
      return null;
    }
    try {
      URI address = new URI(encoded(text.strip()));
      boolean web =
          "https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme());
      return web && address.getHost() != null ? secure(address) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The address with all that a URI may not hold encoded; white space stays. */
  static String encoded(String address) {
    return ENCODED
        .matcher(address)
        .replaceAll(match -> String.format(Locale.ROOT, "%%%02X", (int) match.group().charAt(0)));
  }

  private static URI secure(URI address) {
    String text = address.toString();
    return ARXIV.matcher(text).lookingAt() ? URI.create("https" + text.substring(4)) : address;
  }
}
