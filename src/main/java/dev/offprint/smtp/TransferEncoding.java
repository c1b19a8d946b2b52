package dev.offprint.smtp;

import dev.offprint.digests.MailBody;
import java.nio.charset.StandardCharsets;

/** How a body's text is put into octets (RFC 2045, section 6): UTF-8, its lines ending in CRLF. */
enum TransferEncoding implements MailBody.Encoding {
  /** As it is; only to a server that offers 8BITMIME (RFC 6152), in lines of at most 998 octets. */
  EIGHT_BIT("8bit") {
    @Override
    public byte[] octets(String piece) {
      return piece.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
  },

  /** In ASCII, in lines of at most 76. */
  QUOTED_PRINTABLE("quoted-printable") {
    @Override
    public byte[] octets(String piece) {
      return QuotedPrintable.encode(piece.getBytes(StandardCharsets.UTF_8));
    }
  };

  /** What a line may hold without its end (RFC 5322, section 2.1.1). */
  static final int MAX_LINE = 998;

  private final String word;

  TransferEncoding(String word) {
    this.word = word;
  }

  /** What stands in the header. */
  @Override
  public String toString() {
    return word;
  }
}
