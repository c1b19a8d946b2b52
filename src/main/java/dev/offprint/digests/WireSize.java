package dev.offprint.digests;

/**
 * How large a text is when it is sent; line ends are estimated.
 *
 * @param quotedPrintable in octets, see RFC 2045, section 6.7
 * @param base64 in octets, see RFC 2045, section 6.8
 */
public record WireSize(int quotedPrintable, int base64) {
  static final WireSize NONE = new WireSize(0, 0);

  static WireSize of(String text) {
    int escaped = 0;
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int length = utf8(character);
      octets += length;
      escaped += character >= 0x80 ? length : character == '=' ? 1 : 0;
      i += Character.charCount(character);
    }
    int quoted = octets + 2 * escaped;
    // A soft line break takes 3 of 76 octets, the end of a line 2 of 78.
    return new WireSize(quoted + quoted / 25, octets * 4 / 3 + octets / 28);
  }

  private static int utf8(int character) {
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }

  WireSize plus(WireSize other) {
    return new WireSize(quotedPrintable + other.quotedPrintable, base64 + other.base64);
  }

  public boolean isShorterInBase64() {
    return base64 < quotedPrintable;
  }

  /** In the encoding that takes fewer octets. */
  int least() {
    return Math.min(quotedPrintable, base64);
  }
}
