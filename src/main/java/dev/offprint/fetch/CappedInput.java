package dev.offprint.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Input of which no more than a fixed amount is read, so that neither a huge answer nor a gzip bomb
 * fills the memory.
 */
public final class CappedInput extends FilterInputStream {
  private final long most;
  private long count;

  private CappedInput(InputStream input, long most) {
    super(input);
    this.most = most;
  }

  /**
   * Unpacks gzip (RFC 1952), recognised by its first bytes, and reads at most so many bytes of what
   * comes out.
   *
   * @throws java.util.zip.ZipException when it begins like gzip and is not
   */
  public static BufferedInputStream unpacked(InputStream input, long most) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(input);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return new BufferedInputStream(
        new CappedInput(gzip ? new GZIPInputStream(buffered) : buffered, most));
  }

  /** Says in words what is wrong with the packed bytes. */
  public static String explain(IOException failure) {
    return switch (failure) {
      case TooLarge tooLarge -> String.valueOf(tooLarge.getMessage());
      case EOFException cut -> "its gzip data breaks off";
      case ZipException damaged -> "its gzip data is damaged: " + damaged.getMessage();
      default -> failure.getMessage() == null ? "it cannot be read" : failure.getMessage();
    };
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) throws TooLarge {
    count += read;
    if (count > most) {
      throw new TooLarge(most);
    }
  }
}
