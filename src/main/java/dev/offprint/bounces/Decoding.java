package dev.offprint.bounces;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * From the bytes of a part to its text. A message is carried around as ISO-8859-1, in which every
 * byte is a character, until the part's own encoding is known.
 */
final class Decoding {
  private static final int MAX_HTML = 200_000;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s{0,9}=\\s{0,9}\"?([\\w.:+-]{1,60})", Pattern.CASE_INSENSITIVE);

  private Decoding() {}

  static String decode(Fields fields, String body) {
    String encoding = fields.first("Content-Transfer-Encoding").strip().toLowerCase(Locale.ROOT);
    String type = fields.first("Content-Type");
    String text = text(bytes(encoding, body), charset(type));
    return Parts.type(type).equals("text/html") ? ofHtml(text) : text;
  }

  /** Bytes that came as ISO-8859-1 and may be UTF-8. */
  static String utf8(String carried) {
    return text(carried.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String encoding, String body) {
    byte[] raw = body.getBytes(StandardCharsets.ISO_8859_1);
    try {
      if (encoding.startsWith("base64")) {
        return Base64.getMimeDecoder().decode(raw);
      }
      if (encoding.startsWith("quoted-printable")) {
        try (InputStream in =
            MimeUtility.decode(new ByteArrayInputStream(raw), "quoted-printable")) {
          return in.readAllBytes();
        }
      }
      return raw;
    } catch (IOException | MessagingException | IllegalArgumentException e) {
      return raw; // Broken encodings mostly mean that nothing was encoded.
    }
  }

  private static Charset charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(MimeUtility.javaCharset(matcher.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String text(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String ofHtml(String html) {
    String cut = html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html;
    return Jsoup.parse(cut.replaceAll("(?i)<(br|/p|/div|/tr|/td|/h\\d)\\b", "\n<$1")).wholeText();
  }
}
