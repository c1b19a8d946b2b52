package dev.offprint.setup;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.db.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;
import java.util.Objects;

/** The file beside the configuration that holds the relay's password, for one user alone. */
final class PasswordFile {
  private PasswordFile() {}

  /** Where it is, beside a configuration. */
  static Path beside(Path configuration) {
    return configuration.resolveSibling("smtp-password");
  }

  /**
   * Writes it, with the mode 0600. It is whole at every instant.
   *
   * @param reader who has to read it: the owner of the data
   * @throws CommandFailure when it cannot be written
   */
  static void write(Path file, String password, UserPrincipal reader) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.deleteIfExists(aside);
      DataFolder.newFile(aside);
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      if (!Files.getOwner(aside).equals(reader)) {
        Files.setOwner(aside, reader);
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "cannot write %s: %s", file, e.getMessage()));
    }
  }
}
