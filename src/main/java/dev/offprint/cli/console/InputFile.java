package dev.offprint.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that is named on the command line; {@link Installation#STANDARD_INPUT} is one too. */
public final class InputFile {
  private InputFile() {}

  /** Reads what is in a file. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(InputStream input) throws IOException;
  }

  /** Opens it. */
  public static InputStream open(Path file) throws IOException {
    return file.equals(Installation.STANDARD_INPUT) ? System.in : Files.newInputStream(file);
  }

  /** Why a file of somebody else's cannot be read, and what to do: the shell can be who may. */
  public static String notPermitted(Path file) {
    return String.format(
        Locale.ROOT,
        "the user %s may not read it; let the shell open it, with - < %s in place of its name",
        System.getProperty("user.name"),
        file);
  }

  /**
   * Reads it.
   *
   * @throws CommandFailure when it cannot be read
   */
  public static <T> T read(Path file, Reading<T> reading) {
    try (InputStream input = open(file)) {
      return reading.of(input);
    } catch (NoSuchFileException e) {
      throw CommandFailure.failed(file + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw CommandFailure.failed(file + ": " + notPermitted(file));
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.failed(file + ": it cannot be read: " + e.getMessage());
    }
  }
}
