package dev.offprint.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that is locked while a request is made and says when the last one began, in milliseconds
 * since 1970. The operating system drops the lock with the process, however that ends.
 */
public final class PaceFile {
  /** A file lock is held by the process, and does not keep its own threads apart. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final Path path;
  private final ReentrantLock threads;

  public PaceFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
    this.threads = THREADS.computeIfAbsent(this.path, key -> new ReentrantLock());
  }

  /** Waits until no other thread or process has it; closing gives it back. */
  HeldPace take() {
    threads.lock();
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.lock();
      return new HeldPace(threads, channel, read(channel));
    } catch (IOException e) {
      // A folder that cannot be written to, or an interruption: then without the other processes.
      close(channel);
      return new HeldPace(threads, null, null);
    }
  }

  private static @Nullable Instant read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
    return channel.read(bytes, 0) == Long.BYTES ? Instant.ofEpochMilli(bytes.getLong(0)) : null;
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // What was written is at most the time of a request.
    }
  }

  /** The right to make a request. */
  record HeldPace(ReentrantLock threads, @Nullable FileChannel channel, @Nullable Instant last)
      implements AutoCloseable {

    void begin(Instant instant) {
      try {
        if (channel != null) {
          channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, instant.toEpochMilli()), 0);
        }
      } catch (IOException e) {
        // A full disk: then without the other processes.
      }
    }

    @Override
    public void close() {
      PaceFile.close(channel);
      threads.unlock();
    }
  }
}
