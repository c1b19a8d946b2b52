package dev.offprint.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Gathers what is written to the relay in one piece: commands, or the content of a message with its
 * end, whose lines are made such that none of them is taken for the end (RFC 5321, section 4.5.2).
 * Its room is used again. For one thread.
 */
final class WireOctets extends OutputStream {
  private static final int USUAL = 64 * 1024;

  private byte[] octets = new byte[USUAL];
  private int length;
  private byte last = '\n';

  /** Begins anew. */
  WireOctets clear() {
    if (octets.length > 4 * USUAL) {
      octets = new byte[USUAL];
    }
    length = 0;
    last = '\n';
    return this;
  }

  /** Adds a line as it is. */
  WireOctets command(String line) {
    byte[] ended = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
    append(ended, 0, ended.length);
    return this;
  }

  /** Ends the content. */
  WireOctets end() {
    return command(last == '\n' ? "." : last == '\r' ? "\n." : "\r\n.");
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  /** Adds content. A CR or LF by itself, which SMTP does not allow, becomes the end of a line. */
  @Override
  public void write(byte[] content, int offset, int count) {
    int end = Objects.checkFromIndexSize(offset, count, content.length) + count;
    int from = offset;
    byte before = last;
    for (int i = offset; i < end; i++) {
      byte octet = content[i];
      // Nearly all are letters.
      if (octet > '.' && before != '\r') {
        before = octet;
        continue;
      }
      if (before == '\r' ? octet != '\n' : octet == '\n') {
        append(content, from, i);
        append(before == '\r' ? '\n' : '\r');
        from = i;
      }
      if (octet == '.' && (before == '\n' || before == '\r')) {
        append(content, from, i);
        append('.');
        from = i;
      }
      before = octet;
    }
    append(content, from, end);
    last = before;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(octets, 0, length);
    out.flush();
  }

  private void append(char octet) {
    makeRoom(1);
    octets[length++] = (byte) octet;
  }

  private void append(byte[] from, int start, int end) {
    makeRoom(end - start);
    System.arraycopy(from, start, octets, length, end - start);
    length += end - start;
  }

  private void makeRoom(int more) {
    if (more > octets.length - length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
    }
  }
}
