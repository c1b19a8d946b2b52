package dev.offprint.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A disk of a few megabytes, held in memory; only Linux's root may make one. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts it, or leaves the test out where that is not allowed. */
  static SmallDisk mounted(Path folder, int kilobytes) {
    assumeTrue(
        succeeds(
            List.of(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + kilobytes + "k",
                "offprint",
                folder.toString())),
        "this user may not mount a disk");
    return new SmallDisk(folder);
  }

  /** Writes until nothing more fits. */
  Path fill() throws IOException {
    Path filler = folder.resolve("filler");
    byte[] block = new byte[4_096];
    try {
      while (true) {
        Files.write(filler, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  @Override
  public void close() {
    succeeds(List.of("umount", "-l", folder.toString()));
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
