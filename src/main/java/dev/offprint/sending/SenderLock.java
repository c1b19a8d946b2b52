package dev.offprint.sending;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes one process the sender of a data folder, so that what it finds half sent was left by one
 * that died.
 *
 * <p>The operating system drops the lock with the process, however that ends. The file keeps the
 * name of this node in the ledger, which is the same at every start.
 */
public final class SenderLock implements AutoCloseable {
  private final FileChannel file;
  private final SendingNode node;

  private SenderLock(FileChannel file, SendingNode node) {
    this.file = file;
    this.node = node;
  }

  /**
   * Takes the lock of a data folder, if no other process has it.
   *
   * @throws java.io.UncheckedIOException when the folder cannot be written to
   */
  public static Optional<SenderLock> take(Path data) {
    try {
      FileChannel file =
          FileChannel.open(
              data.resolve("sender.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = file.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        file.close();
        return Optional.empty();
      }
      return Optional.of(
          new SenderLock(
              file, new SoleNode(nodeIn(file), SentJournal.open(data.resolve("sent.journal")))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Whether some process has the lock of a data folder. */
  public static boolean isTaken(Path data) {
    Path file = data.resolve("sender.lock");
    if (!Files.exists(file)) {
      return false;
    }
    // Shared, so that two who look do not see one another.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String nodeIn(FileChannel file) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(36);
    file.read(content, 0);
    if (content.position() == 36) {
      return new String(content.array(), StandardCharsets.US_ASCII);
    }
    String node = UUID.randomUUID().toString();
    file.write(ByteBuffer.wrap(node.getBytes(StandardCharsets.US_ASCII)), 0);
    file.force(true);
    return node;
  }

  /** This node, whose journal is open as long as the lock is held. */
  public SendingNode node() {
    return node;
  }

  @Override
  public void close() {
    node.journal().close();
    try {
      file.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
