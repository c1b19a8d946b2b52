package dev.offprint.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of what has left and is not in the ledger yet, a line for each: the delivery's number and
 * what the relay said. What is written to it outlives the process, however that ends; so a
 * connection may take its next message before the ledger's next transaction.
 *
 * <p>A last line without its end was being written when the process died; it does not count, and
 * its message goes out again. Not safe for use by many threads.
 */
public final class SentJournal implements AutoCloseable {
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private final FileChannel file;
  private long end;

  private SentJournal(FileChannel file) throws IOException {
    this.file = file;
    this.end = file.size();
  }

  /**
   * Opens the journal, with what is in it.
   *
   * @throws UncheckedIOException when it cannot be written to
   */
  public static SentJournal open(Path path) {
    try {
      return new SentJournal(
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line at the end. */
  void add(long id, String response) throws IOException {
    String line = id + "\t" + LINE_END.matcher(response).replaceAll(" ") + "\n";
    ByteBuffer octets = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    long to = end;
    while (octets.hasRemaining()) {
      to += file.write(octets, to);
    }
    // Only now: what was written in part is written over.
    end = to;
  }

  /** What is in it: what the relay said to each, by the deliveries' ids. */
  Map<Long, String> read() throws IOException {
    ByteBuffer octets = ByteBuffer.allocate(Math.toIntExact(file.size()));
    while (octets.hasRemaining() && file.read(octets, octets.position()) >= 0) {}
    String whole = new String(octets.array(), 0, octets.position(), StandardCharsets.UTF_8);
    Map<Long, String> sent = new HashMap<>();
    whole
        .substring(0, whole.lastIndexOf('\n') + 1)
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              sent.put(Long.valueOf(line.substring(0, tab)), line.substring(tab + 1));
            });
    return sent;
  }

  /** Empties it, once all of it is in the ledger. */
  void clear() throws IOException {
    file.truncate(0);
    end = 0;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
