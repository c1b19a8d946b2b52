package dev.offprint.smtp;

import dev.offprint.digests.Body;
import dev.offprint.digests.Body.Piece;
import dev.offprint.digests.Octets;
import dev.offprint.digests.RenderedMail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message and its envelope, in MIME but for the encoding of its body, which depends on what the
 * server takes.
 *
 * @param sender of the envelope, as {@code recipient} is
 * @param fields of the header, folded, without those of MIME and without the last CRLF of each
 * @param boundary between text and HTML; absent when there is only text
 */
record FormattedMessage(
    String sender,
    String recipient,
    List<String> fields,
    @Nullable String boundary,
    RenderedMail content) {

  /** Whether an address has letters outside ASCII (RFC 6531). */
  boolean needsUtf8() {
    return !isAscii(sender) || !isAscii(recipient);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** Whether every line of the body is one that 8BITMIME allows (RFC 6152, section 2). */
  boolean fitsEightBit() {
    return fitsEightBit(content.textBody())
        && (boundary == null || fitsEightBit(content.htmlBody()));
  }

  private static boolean fitsEightBit(Body body) {
    int line = 0;
    for (Piece piece : body.pieces()) {
      Octets octets = piece.in(TransferEncoding.EIGHT_BIT);
      line += octets.head();
      if (Math.max(line, octets.longest()) > TransferEncoding.MAX_LINE) {
        return false;
      }
      if (octets.tail() >= 0) {
        line = octets.tail();
      }
    }
    return line <= TransferEncoding.MAX_LINE;
  }

  /** The whole message, its lines ending in CRLF. */
  ByteArrayOutputStream in(TransferEncoding encoding) {
    ByteArrayOutputStream message = new ByteArrayOutputStream(48_000);
    List<String> all = new ArrayList<>(fields);
    all.add("MIME-Version: 1.0");
    if (boundary == null) {
      all.addAll(part("plain", encoding));
    } else {
      all.add("Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"");
      all.add(
          "Content-Transfer-Encoding: "
              + (encoding == TransferEncoding.EIGHT_BIT ? "8bit" : "7bit"));
    }
    writeFields(all, message);
    if (boundary == null) {
      write(content.textBody(), encoding, message);
    } else {
      // The best form comes last (RFC 2046, section 5.1.4).
      writePart("plain", content.textBody(), encoding, message);
      writePart("html", content.htmlBody(), encoding, message);
      write("--" + boundary + "--\r\n", message);
    }
    return message;
  }

  private static List<String> part(String subtype, TransferEncoding encoding) {
    return List.of(
        "Content-Type: text/" + subtype + "; charset=UTF-8",
        "Content-Transfer-Encoding: " + encoding);
  }

  private void writePart(
      String subtype, Body body, TransferEncoding encoding, ByteArrayOutputStream to) {
    write("--" + boundary + "\r\n", to);
    writeFields(part(subtype, encoding), to);
    write(body, encoding, to);
    write("\r\n", to);
  }

  private static void writeFields(List<String> fields, ByteArrayOutputStream to) {
    fields.forEach(field -> write(field + "\r\n", to));
    write("\r\n", to);
  }

  private static void write(Body body, TransferEncoding encoding, ByteArrayOutputStream to) {
    for (Piece piece : body.pieces()) {
      to.writeBytes(piece.in(encoding).bytes());
    }
  }

  private static void write(String line, ByteArrayOutputStream to) {
    to.writeBytes(line.getBytes(StandardCharsets.UTF_8));
  }
}
