package dev.offprint.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Puts an installation back that {@link Backup} has written. */
public final class Restoring {
  private Restoring() {}

  /**
   * Puts it back.
   *
   * @param data a folder that is empty or does not exist
   * @return the names of what was put there
   * @throws IOException with a reason for the operator; then nothing was put there
   */
  public static List<String> restore(Path file, Path data) throws IOException {
    requireReadable(file);
    try (ZipFile backup = open(file, file.toString())) {
      List<String> names = names(backup, file.toString());
      requireEmpty(data);
      DataFolder.open(data);
      unpack(backup, names, data);
      return names;
    }
  }

  /**
   * Puts it back from what is read to its end before anything is made of it.
   *
   * @param data as above
   * @throws IOException as above
   */
  public static List<String> restore(InputStream input, Path data) throws IOException {
    requireEmpty(data);
    boolean isNew = !Files.exists(data);
    DataFolder.open(data);
    boolean isDone = false;
    try {
      List<String> names = throughFile(input, data);
      isDone = true;
      return names;
    } finally {
      if (isNew && !isDone) {
        Files.deleteIfExists(data);
      }
    }
  }

  private static List<String> throughFile(InputStream input, Path data) throws IOException {
    Path whole = Backup.temporary(data);
    try {
      try (OutputStream to = Files.newOutputStream(whole)) {
        input.transferTo(to);
      }
      try (ZipFile backup = open(whole, "standard input")) {
        List<String> names = names(backup, "standard input");
        unpack(backup, names, data);
        return names;
      }
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static void requireReadable(Path file) throws IOException {
    // A folder on the way may be closed, so that nobody can say whether the file is there.
    try (InputStream input = Files.newInputStream(file)) {
      input.read();
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is not there", e);
    } catch (AccessDeniedException e) {
      throw NotPermitted.toRead(file);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ZipFile open(Path file, String shown) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException e) {
      throw new IOException(
          shown + " is no backup of Offprint, or only a part of one: " + e.getMessage(), e);
    }
  }

  private static List<String> names(ZipFile backup, String shown) throws IOException {
    List<String> names = backup.stream().map(ZipEntry::getName).toList();
    if (!names.contains(Backup.DATABASE)
        || !names.stream().allMatch(name -> Backup.NAMES.matcher(name).matches())) {
      throw new IOException(shown + " is no backup of Offprint; it was made by something else");
    }
    return names;
  }

  private static void unpack(ZipFile backup, List<String> names, Path data) throws IOException {
    boolean isDone = false;
    try {
      for (String name : names) {
        try (InputStream from = backup.getInputStream(backup.getEntry(name));
            OutputStream to = Files.newOutputStream(DataFolder.newFile(data.resolve(name)))) {
          from.transferTo(to);
        }
      }
      isDone = true;
    } finally {
      if (!isDone) {
        for (String name : names) {
          Files.deleteIfExists(data.resolve(name));
        }
      }
    }
  }

  private static void requireEmpty(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data)) {
      if (files.iterator().hasNext()) {
        throw new IOException(
            "the data folder "
                + data
                + " is not empty; move what is in it away, or give another"
                + " folder with --data");
      }
    } catch (AccessDeniedException e) {
      throw NotPermitted.toRead(data);
    }
  }
}
