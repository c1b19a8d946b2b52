package dev.offprint.sources;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the bytes of a page are to be read (RFC 7303, section 3): as its byte order mark
 * says, else as UTF-8 if they are UTF-8, whatever is declared; else as the server or the page
 * declares. Names of encodings mean what they mean to browsers (WHATWG Encoding Standard).
 */
final class PageEncoding {
  private static final int LONGEST_DECLARATION = 10_000;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"));

  private PageEncoding() {}

  /**
   * The text of a page.
   *
   * @param served the encoding that the server named; null when it named none
   */
  static String decoded(byte[] page, @Nullable String served) {
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
    Charset declared = declared(page, served);
    if (isEscaped(declared) && contains(page, (byte) 0x1b)) {
      return new String(page, declared);
    }
    return mixed(page, declared);
  }

  /**
   * UTF-8 as long as it lasts; of the whole page when something else is declared and it is not
   * UTF-8. Where UTF-8 is declared, or nothing, a byte that does not fit is one of Windows-1252,
   * and a character that was cut is U+FFFD.
   */
  private static String mixed(byte[] page, Charset declared) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(page);
    CharBuffer text = CharBuffer.allocate(page.length + 1);
    while (true) {
      CoderResult result = decoder.decode(bytes, text, true);
      if (result.isUnderflow()) {
        return text.flip().toString();
      }
      if (!declared.equals(StandardCharsets.UTF_8)) {
        return new String(page, declared);
      }
      int wrong = Math.min(result.length(), bytes.remaining());
      text.put(
          wrong == 1
              ? new String(page, bytes.position(), 1, WINDOWS_1252)
              : String.valueOf((char) 0xfffd));
      bytes.position(bytes.position() + wrong);
      decoder.reset();
    }
  }

  private static Charset declared(byte[] page, @Nullable String served) {
    String head =
        new String(
            page, 0, Math.min(page.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    Charset byServer = named(served);
    // Servers say UTF-8 of whatever they serve.
    return byServer.equals(StandardCharsets.UTF_8) && declared.find()
        ? named(declared.group(1))
        : byServer;
  }

  /** UTF-8 for a name that is missing, unknown, or cannot be right because the bytes are ASCII. */
  private static Charset named(@Nullable String name) {
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      String canonical = Charset.forName(name.strip()).name().toLowerCase(Locale.ROOT);
      return canonical.startsWith("utf") || canonical.startsWith("x-utf")
          ? StandardCharsets.UTF_8
          : Charset.forName(MEANT.getOrDefault(canonical, canonical));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Whether it writes other alphabets in ASCII, behind an escape character. */
  private static boolean isEscaped(Charset charset) {
    return charset.name().startsWith("ISO-2022");
  }

  private static boolean contains(byte[] page, byte wanted) {
    for (byte each : page) {
      if (each == wanted) {
        return true;
      }
    }
    return false;
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
}
