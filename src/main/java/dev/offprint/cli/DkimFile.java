package dev.offprint.cli;

import dev.offprint.config.Configuration;
import dev.offprint.smtp.DkimAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/** The files in the data folder that hold the keys which sign mail. */
final class DkimFile {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private DkimFile() {}

  static Path in(Path data, DkimAlgorithm algorithm) {
    return data.resolve("dkim-" + algorithm.keyType() + ".pem").toAbsolutePath().normalize();
  }

  static String selector(DkimAlgorithm algorithm, Configuration.Dkim settings) {
    return switch (algorithm) {
      case RSA -> settings.rsaSelector();
      case ED25519 -> settings.ed25519Selector();
    };
  }

  /**
   * Writes a key as PEM, for this user alone.
   *
   * @throws CommandFailure if there is a file already, or it cannot be written
   */
  static void create(Path file, PrivateKey key) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(LINES.encodeToString(key.getEncoded()));
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      write(file, pem);
    } catch (FileAlreadyExistsException e) {
      throw CommandFailure.failed(
          "%s exists already and is left as it is; `offprint dkim show` prints its record, or move"
                  .formatted(file)
              + " it away");
    } catch (AccessDeniedException e) {
      throw CommandFailure.failed("cannot write %s: permission denied".formatted(file));
    } catch (IOException e) {
      throw CommandFailure.failed("cannot write %s: %s".formatted(file, e.getMessage()));
    }
  }

  private static void write(Path file, String pem) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      try {
        ByteBuffer rest = ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII));
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      } catch (IOException e) {
        // Half a key would stand in the way of the next try.
        Files.deleteIfExists(file);
        throw e;
      }
    }
  }
}
