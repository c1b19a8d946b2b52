package dev.offprint.sources;

import dev.offprint.fetch.FetchLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of an XML page into text that a parser can be given safely: without XML
 * declaration and DOCTYPE, and without entities and characters that XML does not know.
 */
public final class XmlText {
  private static final int MOST_BYTES = FetchLimits.MOST_BYTES;
  private static final int LONGEST_DECLARATION = 1_000;
  private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml\\s[^>]*>");
  private static final Pattern ENCODING =
      Pattern.compile("\\A\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
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
    if (page.length > MOST_BYTES) {
      throw new UnreadablePage(
          "it is larger than %,d MB, which no feed is".formatted(MOST_BYTES / 1_000_000));
    }
    String text = blankFirst(DECLARATION, 0, decode(page));
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
    return XmlRepair.repaired(text);
  }

  /**
   * UTF-8 whenever the bytes are UTF-8, whatever the declaration says; else what it says; else
   * UTF-8 with U+FFFD for what is not.
   */
  private static String decode(byte[] page) {
    if (begins(page, 0xef, 0xbb, 0xbf)) {
      return new String(page, 3, page.length - 3, StandardCharsets.UTF_8);
    }
    if (begins(page, 0xfe, 0xff) || begins(page, 0xff, 0xfe)) {
      return new String(page, StandardCharsets.UTF_16);
    }
    if (begins(page, 0, '<')) {
      return new String(page, StandardCharsets.UTF_16BE);
    }
    if (begins(page, '<', 0)) {
      return new String(page, StandardCharsets.UTF_16LE);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(page))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(page, declared(page));
    }
  }

  private static Charset declared(byte[] page) {
    String head =
        new String(
            page, 0, Math.min(page.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
    Matcher encoding = ENCODING.matcher(head);
    try {
      Charset charset =
          encoding.find() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
      // The bytes before here were ASCII, so a declaration of UTF-16 or the like is wrong.
      return charset.name().startsWith("UTF") ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static boolean begins(byte[] page, int... bytes) {
    if (page.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((page[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
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
