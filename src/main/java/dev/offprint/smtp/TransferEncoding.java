package dev.offprint.smtp;

import dev.offprint.digests.MailBody;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** How a body's text is put into octets (RFC 2045, section 6): UTF-8, its lines ending in CRLF. */
enum TransferEncoding implements MailBody.Encoding {
  /** As it is; only to a server that offers 8BITMIME (RFC 6152), in lines of at most 998 octets. */
  EIGHT_BIT("8bit") {
    @Override
    public byte[] octets(String piece) {
      return piece.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isReadable() {
      return true;
    }

    @Override
    public String piece(byte[] octets) {
      return new String(octets, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  },

  /** In ASCII, in lines of at most 76. */
  QUOTED_PRINTABLE("quoted-printable") {
    @Override
    public byte[] octets(String piece) {
      return QuotedPrintable.encode(piece.getBytes(StandardCharsets.UTF_8));
    }
  },

  /** In ASCII, in lines of 76; of a whole body, since its octets are taken three at a time. */
  BASE64("base64") {
    @Override
    public byte[] octets(String body) {
      byte[] lines = Base64.getMimeEncoder().encode(EIGHT_BIT.octets(body));
      byte[] ended = Arrays.copyOf(lines, lines.length + 2);
      ended[lines.length] = '\r';
      ended[lines.length + 1] = '\n';
      return ended;
    }
  };

  /** What a line may hold without its end (RFC 5322, section 2.1.1). */
  static final int MAX_LINE = 998;

  private final String word;

  TransferEncoding(String word) {
    this.word = word;
  }

  /** This one, or for ASCII the one in which a body is shortest. */
  TransferEncoding of(MailBody body) {
    return this == QUOTED_PRINTABLE && body.wireSize().isShorterInBase64() ? BASE64 : this;
  }

  /** What stands in the header. */
  @Override
  public String toString() {
    return word;
  }
}
