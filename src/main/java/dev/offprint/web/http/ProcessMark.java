package dev.offprint.web.http;

import dev.offprint.db.DataFolder;
import dev.offprint.subscribers.HmacSha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By what somebody who may read the data folder knows that the pages at an address are those of the
 * process that runs there, and no other one, nor a copy of it elsewhere.
 *
 * <p>A process makes a secret for itself when it starts and leaves it in the folder. Asked with a
 * challenge, it answers with an HMAC-SHA256 (RFC 2104) of it, from which nobody learns the secret.
 */
public final class ProcessMark implements AutoCloseable {
  /** Where it is asked; the challenge follows, 1 to 64 hexadecimal digits. */
  public static final String PATH = "/.well-known/offprint/";

  private static final String FILE = "process.mark";
  private static final int BYTES = 32;

  private final Path file;
  private final HmacSha256 secret;

  private ProcessMark(Path file, byte[] secret) {
    this.file = file;
    this.secret = new HmacSha256(secret);
  }

  /** Marks this process as the one that runs on a data folder. */
  public static ProcessMark leave(Path data) {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Path file = data.resolve(FILE);
    try {
      Files.deleteIfExists(file);
      Files.write(DataFolder.newFile(file), secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ProcessMark(file, secret);
  }

  /** The mark of the process that runs on a data folder; empty when none left one. */
  public static Optional<ProcessMark> read(Path data) {
    Path file = data.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(new ProcessMark(file, Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the process answers to a challenge; empty when that is none. */
  public Optional<String> answer(String challenge) {
    return challenge.matches("[0-9a-f]{1,64}")
        ? Optional.of(
            HexFormat.of().formatHex(secret.of(challenge.getBytes(StandardCharsets.US_ASCII))))
        : Optional.empty();
  }

  /** Takes the mark away. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
