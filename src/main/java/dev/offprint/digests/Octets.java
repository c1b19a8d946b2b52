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
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Octets(byte[] bytes, int head, int longest, int tail) {

  static Octets of(byte[] bytes) {
    int head = -1;
    int longest = 0;
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        longest = Integer.MAX_VALUE; // which no line may hold (RFC 6152, section 2)
      } else if (bytes[i] == '\n') {
        int length = i - start - (i > start && bytes[i - 1] == '\r' ? 1 : 0);
        if (head < 0) {
          head = length;
        } else {
          longest = Math.max(longest, length);
        }
        start = i + 1;
      }
    }
    return head < 0
        ? new Octets(bytes, bytes.length, longest, -1)
        : new Octets(bytes, head, longest, bytes.length - start);
  }
}
