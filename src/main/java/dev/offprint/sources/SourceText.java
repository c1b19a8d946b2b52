package dev.offprint.sources;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text from outside fit to be kept. */
final class SourceText {
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

  // Control characters, and those that turn the direction of the text after them (Unicode Annex 9,
  // section 2).
  private static final Pattern DROPPED =
      Pattern.compile(
          "[\\p{Cc}&&[^\\s]]|[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\ufeff]");
  private static final Pattern LONE_SURROGATE =
      Pattern.compile(
          "(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])");

  private SourceText() {}

  /**
   * The text on one line, white space folded, without characters that are not text, cut at a
   * length.
   */
  static String line(String text, int longest) {
    String folded =
        WHITE_SPACE
            .matcher(
                DROPPED.matcher(LONE_SURROGATE.matcher(text).replaceAll("\ufffd")).replaceAll(""))
            .replaceAll(" ")
            .strip();
    if (folded.length() <= longest) {
      return folded;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(folded.charAt(end - 1))) {
      end--;
    }
    return folded.substring(0, end) + "…";
  }

  /** Whether it stands on one line and holds nothing that would have to be dropped. */
  static boolean isClean(String text) {
    return line(text, Integer.MAX_VALUE).equals(text.strip());
  }

  /** The address, if it is a web address that can be linked to. */
  static @Nullable URI webAddress(@Nullable String text) {
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
