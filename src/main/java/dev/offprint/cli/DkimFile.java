package dev.offprint.cli;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.PrivateKeyText;
import dev.offprint.smtp.dkim.DkimAlgorithm;
import dev.offprint.smtp.dkim.DkimKey;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in the data folder that hold the keys which sign mail: {@code dkim-rsa.pem}, or {@code
 * dkim-rsa-SELECTOR.pem} where a selector was named, and the same for Ed25519.
 */
final class DkimFile {
  private static final Pattern NAME = Pattern.compile("dkim-(rsa|ed25519)(?:-(.+))?\\.pem");

  private DkimFile() {}

  static Path path(Path data, DkimAlgorithm algorithm, @Nullable String selector) {
    String name = algorithm.keyType() + (selector == null ? "" : "-" + selector);
    return data.resolve("dkim-" + name + ".pem").toAbsolutePath().normalize();
  }

  /** Those there are, by their names. */
  static List<Path> all(Path data) {
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(data.toAbsolutePath().normalize())) {
      return files.filter(file -> NAME.matcher(name(file)).matches()).sorted().toList();
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "%s cannot be read: run this as its user", data));
    }
  }

  /**
   * The key in one of {@link #all}.
   *
   * @throws CommandFailure if there is none
   */
  static DkimKey read(Path file, MailConfiguration.Dkim settings) {
    Matcher name = NAME.matcher(name(file));
    if (!name.matches()) {
      throw new IllegalArgumentException(file.toString());
    }
    DkimAlgorithm algorithm = DkimAlgorithm.valueOf(name.group(1).toUpperCase(Locale.ROOT));
    String selector = name.group(2);
    try {
      DkimKey key = DkimKey.of(algorithm, settings, Files.readString(file));
      return selector == null ? key : new DkimKey(algorithm, selector, key.key());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s %s; move it away, and make a new key by `offprint dkim init`",
              file,
              e.getMessage()));
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "%s cannot be read: run this as its user", file));
    }
  }

  /**
   * Writes a key as PEM, for this user alone.
   *
   * @throws CommandFailure if there is a file already, or it cannot be written
   */
  static void create(Path file, PrivateKey key) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      write(file, PrivateKeyText.of(key));
    } catch (FileAlreadyExistsException e) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s exists already and is left as it is; `offprint dkim show` prints its record, or"
                  + " move it away",
              file));
    } catch (AccessDeniedException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "cannot write %s: permission denied", file));
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "cannot write %s: %s", file, e.getMessage()));
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

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }
}
