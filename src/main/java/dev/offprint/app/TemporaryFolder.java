package dev.offprint.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A folder that is gone, with all that is in it, once it is closed or the process ends. */
public final class TemporaryFolder implements AutoCloseable {
  private static final int MOST_ATTEMPTS = 40;
  private static final int FEWEST_ABSENT = 4;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private final Path path;

  public TemporaryFolder(String prefix) {
    try {
      path = Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Ctrl-C ends the process in the middle of its work.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(this::deleteAtTheEnd, "delete-temporary-folder"));
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** Others may still write, or make the folder anew, until the process has ended. */
  private void deleteAtTheEnd() {
    int absent = 0;
    for (int i = 0; i < MOST_ATTEMPTS && absent < FEWEST_ABSENT; i++) {
      absent = Files.exists(path) ? 0 : absent + 1;
      try {
        close();
      } catch (UncheckedIOException e) {
        absent = 0;
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
  }

  @Override
  public void close() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
