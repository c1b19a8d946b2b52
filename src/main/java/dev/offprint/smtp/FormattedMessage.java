package dev.offprint.smtp;

import dev.offprint.digests.MailBody;
import dev.offprint.digests.MailBody.Piece;
import dev.offprint.digests.Octets;
import dev.offprint.digests.RenderedMail;
import dev.offprint.smtp.dkim.DkimSigner;
import dev.offprint.smtp.dkim.RelaxedBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A message and its envelope, in MIME but for the encoding of its body, which depends on what the
 * server takes.
 *
 * @param sender of the envelope, as {@code recipient} is
 * @param fields of the header, folded, without those of MIME and without the last CRLF of each
 * @param boundary between text and HTML; absent when there is only text
 * @param date when a signature says that it was made
 */
record FormattedMessage(
    String sender,
    String recipient,
    List<String> fields,
    @Nullable String boundary,
    RenderedMail content,
    Instant date) {

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

  private static boolean fitsEightBit(MailBody body) {
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

  /**
   * Gives away the message in pieces, its lines ending in CRLF.
   *
   * @param signer signs it, if there is one
   */
  void writeTo(Consumer<Octets> out, TransferEncoding encoding, Optional<DkimSigner> signer) {
    List<String> header = header(encoding);
    List<Octets> body = new ArrayList<>();
    writeBody(encoding, body::add);
    if (signer.isPresent()) {
      RelaxedBody relaxed = new RelaxedBody();
      body.forEach(piece -> relaxed.write(piece.bytes(), 0, piece.bytes().length));
      out.accept(octets(signer.get().sign(header, relaxed.hash(), date)));
    }
    out.accept(octets(lines(header)));
    body.forEach(out);
  }

  private List<String> header(TransferEncoding encoding) {
    List<String> header = new ArrayList<>(fields);
    header.add("MIME-Version: 1.0");
    if (boundary == null) {
      header.addAll(part("plain", encoding.of(content.textBody())));
    } else {
      header.add("Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"");
      if (encoding == TransferEncoding.EIGHT_BIT) {
        header.add("Content-Transfer-Encoding: " + encoding); // else 7bit, as if nothing is said
      }
    }
    return header;
  }

  private void writeBody(TransferEncoding encoding, Consumer<Octets> to) {
    if (boundary == null) {
      write(content.textBody(), encoding.of(content.textBody()), to);
    } else {
      // The best form comes last (RFC 2046, section 5.1.4).
      writePart("plain", content.textBody(), encoding, to);
      writePart("html", content.htmlBody(), encoding, to);
      to.accept(octets("--" + boundary + "--\r\n"));
    }
  }

  private static List<String> part(String subtype, TransferEncoding encoding) {
    return List.of(
        "Content-Type: text/" + subtype + "; charset=UTF-8",
        "Content-Transfer-Encoding: " + encoding);
  }

  private void writePart(
      String subtype, MailBody part, TransferEncoding encoding, Consumer<Octets> to) {
    TransferEncoding shortest = encoding.of(part);
    to.accept(octets("--" + boundary + "\r\n" + lines(part(subtype, shortest))));
    write(part, shortest, to);
    to.accept(octets("\r\n"));
  }

  /** A header and the empty line behind it. */
  private static String lines(List<String> fields) {
    return String.join("\r\n", fields) + "\r\n\r\n";
  }

  private static void write(MailBody body, TransferEncoding encoding, Consumer<Octets> to) {
    if (encoding == TransferEncoding.BASE64) {
      to.accept(Octets.of(encoding.octets(body.toString())));
      return;
    }
    for (Piece piece : body.pieces()) {
      to.accept(piece.in(encoding));
    }
  }

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
