package dev.offprint.cli;

import dev.offprint.cli.console.InputFile;
import dev.offprint.cli.console.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that hold one message each, also in folders, as mail servers keep them. */
final class MessageFiles {
  /** A report comes before the mail it returns; the rest of a huge one is not needed. */
  private static final int MAX_BYTES = 5_000_000;

  /** A Maildir holds its messages one folder deeper. */
  private static final int DEPTH = 3;

  private MessageFiles() {}

  /**
   * The files of a folder by name, without hidden ones; a file is itself.
   *
   * @throws IOException if the folder cannot be read
   */
  static List<Path> in(Path path) throws IOException {
    if (path.equals(Installation.STANDARD_INPUT) || !Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path, DEPTH)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  /**
   * The bytes of a message, or of its first five million.
   *
   * @throws IOException with a reason for the operator
   */
  static byte[] read(Path file) throws IOException {
    try (InputStream input = InputFile.open(file)) {
      return input.readNBytes(MAX_BYTES);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException(InputFile.notPermitted(file), e);
    }
  }
}
