package dev.offprint.digests;

/**
 * Octets as they are sent, and what has to be known of their lines when they follow others; the
 * lengths are in octets without the end of the line.
 *
 * @param bytes not to be changed
 * @param head the length up to the first end of a line, of all if there is none
 * @param longest the length of the longest line between the first end and the last; more than any
 *     limit where there is a NUL
 * @param tail the length behind the last end of a line, -1 if there is none
 * @param isPlain whether each line ends in CRLF, holds neither by itself, and does not begin with a
 *     dot; the first may, as it may have begun before
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Octets(byte[] bytes, int head, int longest, int tail, boolean isPlain) {

  public static Octets of(byte[] bytes) {
    int head = -1;
    int longest = 0;
    int start = 0;
    boolean isPlain = bytes.length > 0 && bytes[bytes.length - 1] != '\r';
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        longest = Integer.MAX_VALUE; // which no line may hold (RFC 6152, section 2)
      } else if (bytes[i] == '\n') {
        boolean ended = i > start && bytes[i - 1] == '\r';
        isPlain &= ended;
        int length = i - start - (ended ? 1 : 0);
        if (head < 0) {
          head = length;
        } else {
          longest = Math.max(longest, length);
        }
        start = i + 1;
      } else if (i > 0 && (bytes[i - 1] == '\r' || (bytes[i] == '.' && bytes[i - 1] == '\n'))) {
        isPlain = false;
      }
    }
    return head < 0
        ? new Octets(bytes, bytes.length, longest, -1, isPlain)
        : new Octets(bytes, head, longest, bytes.length - start, isPlain);
  }
}
