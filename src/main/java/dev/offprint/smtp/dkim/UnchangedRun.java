package dev.offprint.smtp.dkim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds how far a body is in DKIM's relaxed form already, which most of it is: visible octets,
 * single spaces between them, and ends of lines between lines that begin and end visibly.
 */
final class UnchangedRun {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = ~HIGH_BITS;

  /** Added to an octet below 128, sets its high bit if that is not a control character. */
  private static final long FROM_SPACE = 0x6060606060606060L;

  /** The same for those above the space. */
  private static final long ABOVE_SPACE = 0x5F5F5F5F5F5F5F5FL;

  private UnchangedRun() {}

  /** Neither blank nor control character; octets from 128 are negative. */
  static boolean isVisible(byte octet) {
    return octet > ' ' || octet < 0;
  }

  /**
   * Where it ends.
   *
   * @param from the place of a visible octet
   * @return behind the last octet of the run, which is visible
   */
  static int end(byte[] octets, int from, int end) {
    int at = from + 1;
    while (at < end) {
      if (at + Long.BYTES <= end && isUnchanged((long) EIGHT.get(octets, at))) {
        at += Long.BYTES;
      } else if (isVisible(octets[at])) {
        at++;
      } else {
        int width = separator(octets, at, end);
        if (width == 0) {
          return at;
        }
        at += width + 1;
      }
    }
    return end;
  }

  /** The octets of what stands between two visible ones and counts as it is; 0 if it does not. */
  private static int separator(byte[] octets, int at, int end) {
    int width = octets[at] == ' ' ? 1 : 2;
    boolean counts =
        at + width < end
            && isVisible(octets[at + width])
            && (width == 1 || (octets[at] == '\r' && octets[at + 1] == '\n'));
    return counts ? width : 0;
  }

  /**
   * Whether eight octets behind a visible one belong to the run, all looked at together: there is
   * no control character, no blank beside another, and the last one is visible.
   */
  private static boolean isUnchanged(long octets) {
    long low = octets & LOW_BITS;
    long control = ~((low + FROM_SPACE) | octets) & HIGH_BITS;
    long invisible = ~((low + ABOVE_SPACE) | octets) & HIGH_BITS;
    return control == 0 && (invisible & (invisible << Byte.SIZE)) == 0 && invisible >= 0;
  }
}
