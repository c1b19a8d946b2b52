package dev.offprint.sources;

import dev.offprint.fetch.FetchLimits;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of an XML page into text that a parser can be given safely: without XML
 * declaration and DOCTYPE, and without entities and characters that XML does not know.
 */
public final class XmlText {
  private static final int MOST_BYTES = FetchLimits.MOST_BYTES;
  private static final int LONGEST_DECLARATION = 1_000;
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\A[^<]{1,2000}(?=<(?:\\?xml\\s|!--|rss\\b|feed\\b|rdf:))", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARATION =
      Pattern.compile("\\A(?:\\s|<!--(?s:.*?)-->)*+(<\\?xml\\s[^>]*>)");
  // A DOCTYPE with an internal subset has a "[" before its ">".
  private static final Pattern DOCTYPE =
      Pattern.compile(
          "\\A(?:\\s|<!--(?s:.*?)-->|<\\?[^>]*>)*+(<!DOCTYPE[^>\\[]*+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HTML =
      Pattern.compile(
          "\\A(?:\\s|<!--(?s:.*?)-->|<\\?[^>]*>)*+<(?:!DOCTYPE\\s+)?html\\b",
          Pattern.CASE_INSENSITIVE);

  private XmlText() {}

  /**
   * The text of a page.
   *
   * @throws UnreadablePage when it is empty, too large, an HTML page, or defines entities
   */
  public static String of(byte[] page) {
    return of(page, null);
  }

  /**
   * The text of a page.
   *
   * @param served the encoding that the server named; null when it named none
   * @throws UnreadablePage as without one
   */
  static String of(byte[] page, @Nullable String served) {
    if (page.length > MOST_BYTES) {
      throw new UnreadablePage(
          String.format(
              Locale.ROOT, "it is larger than %,d MB, which no feed is", MOST_BYTES / 1_000_000));
    }
    // Programs print warnings before the page that they make.
    String text = blankFirst(BEFORE, 0, PageEncoding.decoded(page, served));
    text = blankFirst(DECLARATION, 1, text);
    if (text.isBlank()) {
      throw new UnreadablePage("it is empty");
    }
    String head = text.substring(0, Math.min(text.length(), 10 * LONGEST_DECLARATION));
    if (HTML.matcher(head).find()) {
      throw new UnreadablePage("an HTML page came instead of a feed");
    }
    Matcher doctype = DOCTYPE.matcher(head);
    if (doctype.find()) {
      if (!text.startsWith(">", doctype.end())) {
        throw new UnreadablePage(
            "it has a DOCTYPE that may define entities, and such a page is never read");
      }
      text = blank(text, doctype.start(1), doctype.end() + 1);
    }
    return XmlPrefixes.declared(XmlRepair.repaired(text));
  }

  private static String blankFirst(Pattern pattern, int group, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? blank(text, matcher.start(group), matcher.end(group)) : text;
  }

  /** Leaves the line breaks, so that line numbers in error messages stay right. */
  private static String blank(String text, int from, int to) {
    return text.substring(0, from)
        + text.substring(from, to).replaceAll("[^\\n]", " ")
        + text.substring(to);
  }
}
