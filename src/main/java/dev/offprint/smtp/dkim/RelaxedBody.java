package dev.offprint.smtp.dkim;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * The hash that DKIM takes of a body in its relaxed form (RFC 6376, section 3.4.4): blanks at the
 * ends of lines and empty lines at the end of the body do not count, and several blanks count as
 * one space. Holds nothing of the body but what it has not yet decided on, which is a few numbers.
 *
 * <p>Takes the octets that go onto the wire, lines ended by CRLF, in pieces of any size. A CR or LF
 * by itself is an octet like any other. Not for several threads at once.
 */
public final class RelaxedBody extends OutputStream {
  private static final byte[] SPACE = {' '};
  private static final byte[] CR = {'\r'};
  private static final byte[] CRLF = {'\r', '\n'};

  private final MessageDigest sha256;
  private boolean empty = true;

  // Read, and counting only if something other than these follows; they stand in this order.
  private long lineEnds;
  private boolean blank;
  private boolean carriageReturn;

  public RelaxedBody() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    int end = Objects.checkFromIndexSize(offset, length, octets.length) + length;
    int at = offset;
    while (at < end) {
      if (UnchangedRun.isVisible(octets[at])) {
        release();
        int stop = UnchangedRun.end(octets, at, end);
        sha256.update(octets, at, stop - at);
        at = stop;
      } else {
        hold(octets[at]);
        at++;
      }
    }
  }

  /**
   * The hash of what was written, 32 octets; a last line without its end is given one. Then begins
   * anew with another body.
   */
  public byte[] hash() {
    if (carriageReturn) {
      release();
    }
    if (!empty) {
      sha256.update(CRLF);
    }
    empty = true;
    forget();
    return sha256.digest();
  }

  private void hold(byte octet) {
    switch (octet) {
      case ' ', '\t' -> {
        if (carriageReturn) {
          release();
        }
        blank = true;
      }
      case '\r' -> {
        if (carriageReturn) {
          release();
        }
        carriageReturn = true;
      }
      case '\n' -> {
        if (carriageReturn) {
          lineEnds++;
          blank = false;
          carriageReturn = false;
        } else {
          literal(octet);
        }
      }
      default -> literal(octet);
    }
  }

  private void literal(byte octet) {
    release();
    sha256.update(octet);
  }

  /** Something follows, so what was held counts. */
  private void release() {
    for (; lineEnds > 0; lineEnds--) {
      sha256.update(CRLF);
    }
    if (blank) {
      sha256.update(SPACE);
    }
    if (carriageReturn) {
      sha256.update(CR);
    }
    empty = false;
    forget();
  }

  private void forget() {
    lineEnds = 0;
    blank = false;
    carriageReturn = false;
  }
}
