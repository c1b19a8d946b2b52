package dev.offprint.bounces;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps what is written to it, up to a limit. */
final class LimitedBytes extends OutputStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;

  LimitedBytes(int most) {
    this.most = most;
  }

  @Override
  public void write(int value) throws IOException {
    checkRoomFor(1);
    bytes.write(value);
  }

  @Override
  public void write(byte[] values, int from, int count) throws IOException {
    checkRoomFor(count);
    bytes.write(values, from, count);
  }

  private void checkRoomFor(int count) throws IOException {
    if (bytes.size() + count > most) {
      throw new MessageTooLarge();
    }
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
