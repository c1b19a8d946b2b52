package dev.offprint.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that an operator wrote by hand. */
final class SmallFile {
  /** More than any configuration needs, and little enough to be read at once. */
  static final int MOST_BYTES = 1_000_000;

  private SmallFile() {}

  /**
   * All bytes of a file.
   *
   * @throws Refused if it cannot be read or is larger than {@link #MOST_BYTES}
   */
  static byte[] read(Path file) {
    // Asked first because a folder cannot be told from a broken disk by the exception.
    if (Files.isDirectory(file)) {
      throw new Refused("is a folder", "give a file");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refused("is larger than 1 MB", "give the right file");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new Refused("does not exist", "give a file that does");
    } catch (AccessDeniedException e) {
      throw new Refused("may not be read by this user", "change its owner or its mode");
    } catch (IOException e) {
      throw new Refused(
          "cannot be read (" + Shown.plain(String.valueOf(e.getMessage())) + ")",
          "give a file that can be");
    }
  }
}
