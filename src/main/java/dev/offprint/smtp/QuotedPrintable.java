package dev.offprint.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Quoted-printable (RFC 2045, section 6.7) of pieces that can follow each other: one that does not
 * end with a line ends with a soft line break, so that the next one begins a line.
 */
final class QuotedPrintable {
  private static final int LONGEST = 76;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final byte[] text;
  private final ByteArrayOutputStream out;
  private int column;

  private QuotedPrintable(byte[] text) {
    this.text = text;
    this.out = new ByteArrayOutputStream(text.length + text.length / 8 + 16);
  }

  /** Encodes text whose lines end in LF. */
  static byte[] encode(byte[] text) {
    return new QuotedPrintable(text).encoded();
  }

  private byte[] encoded() {
    for (int i = 0; i < text.length; i++) {
      int octet = text[i] & 0xFF;
      if (octet == '\n') {
        endLine();
      } else if (isItself(octet, i)) {
        makeRoom(1, i);
        out.write(octet);
        column++;
      } else {
        makeRoom(3, i);
        out.write('=');
        out.write(HEX[octet >> 4]);
        out.write(HEX[octet & 0xF]);
        column += 3;
      }
    }
    if (column > 0) {
      softBreak();
    }
    return out.toByteArray();
  }

  private boolean isItself(int octet, int index) {
    if (octet == ' ' || octet == '\t') {
      // Blanks at the end of a line may be lost on the way.
      return index + 1 < text.length && text[index + 1] != '\n';
    }
    return octet > ' ' && octet < 0x7F && octet != '=';
  }

  /** Leaves a place for the sign of a soft line break, unless the line ends right after. */
  private void makeRoom(int octets, int index) {
    boolean endsLine = index + 1 < text.length && text[index + 1] == '\n';
    if (column + octets > (endsLine ? LONGEST : LONGEST - 1)) {
      softBreak();
    }
  }

  private void softBreak() {
    out.write('=');
    endLine();
  }

  private void endLine() {
    out.write('\r');
    out.write('\n');
    column = 0;
  }
}
