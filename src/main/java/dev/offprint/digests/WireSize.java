package dev.offprint.digests;

/** How large a text is when it is sent as quoted-printable (RFC 2045, section 6.7). */
final class WireSize {
  private WireSize() {}

  /** In octets; soft line breaks are estimated. */
  static int of(MailBody body) {
    int octets = 0;
    for (MailBody.Piece piece : body.pieces()) {
      octets += piece.wireSize();
    }
    return octets;
  }

  static int of(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      octets += character >= 0x80 ? 3 * utf8(character) : character == '=' ? 3 : 1;
      i += Character.charCount(character);
    }
    return octets + octets / 25;
  }

  private static int utf8(int character) {
    return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }
}
