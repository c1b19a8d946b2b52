package dev.offprint.smtp;

import dev.offprint.digests.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gathers what is written to the relay in one piece: commands, or the content of a message with its
 * end, whose lines are made such that none of them is taken for the end (RFC 5321, section 4.5.2).
 * Its room is used again. For one thread.
 */
final class WireOctets {
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

  /** Adds content. A CR or LF by itself, which SMTP does not allow, becomes the end of a line. */
  void content(Octets more) {
    byte[] content = more.bytes();
    if (more.isPlain() && last != '\r' && !(last == '\n' && content[0] == '.')) {
      append(content, 0, content.length);
      last = content[content.length - 1];
      return;
    }
    int from = 0;
    for (int i = 0; i < content.length; i++) {
      byte octet = content[i];
      if (last == '\r' ? octet != '\n' : octet == '\n') {
        append(content, from, i);
        append(last == '\r' ? '\n' : '\r');
        from = i;
      }
      if (octet == '.' && (last == '\n' || last == '\r')) {
        append(content, from, i);
        append('.');
        from = i;
      }
      last = octet;
    }
    append(content, from, content.length);
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
