package dev.offprint.bounces;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.CharsetUtil;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** From the bytes of a part to its text, with lines that end in a line feed. */
final class Decoding {
  private static final int MAX_HTML = 200_000;

  private Decoding() {}

  /** The text of the body that a stream is at. */
  static String body(MimeTokenStream stream) throws IOException {
    BodyDescriptor body = stream.getBodyDescriptor();
    String text = text(stream.getDecodedInputStream().readAllBytes(), charset(body.getCharset()));
    return body.getMimeType().equalsIgnoreCase("text/html") ? ofHtml(text) : text;
  }

  static String utf8(byte[] bytes) {
    return text(bytes, StandardCharsets.UTF_8);
  }

  /** Who says US-ASCII, or nothing, and goes beyond it mostly means UTF-8. */
  private static Charset charset(@Nullable String name) {
    Charset charset = name == null ? null : CharsetUtil.lookup(name);
    return charset == null || charset.equals(StandardCharsets.US_ASCII)
        ? StandardCharsets.UTF_8
        : charset;
  }

  private static String text(byte[] bytes, Charset charset) {
    try {
      return Lines.normalized(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Lines.normalized(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  private static String ofHtml(String html) {
    String cut = html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html;
    return Jsoup.parse(cut.replaceAll("(?i)<(br|/p|/div|/tr|/td|/h\\d)\\b", "\n<$1")).wholeText();
  }
}
