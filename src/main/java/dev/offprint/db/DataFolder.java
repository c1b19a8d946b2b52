package dev.offprint.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that holds everything of an installation: the database, keys, indexes. It belongs to
 * one user of the machine, and nobody else can look into it.
 */
public final class DataFolder {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /** The name of the key of links, which stands there only once an installation was at work. */
  public static final String KEY = "link.key";

  private DataFolder() {}

  /**
   * Makes sure that the folder is there and is this user's.
   *
   * @throws DatabaseUnavailable with one line for the operator when it cannot be used
   */
  public static void open(Path data) {
    try {
      if (!Files.isDirectory(data)) {
        create(data);
      }
      String owner = Files.getOwner(data).getName();
      String user = System.getProperty("user.name");
      boolean isOthers = !owner.equals(user);
      if (isOthers && (user.equals("root") || !Files.isWritable(data))) {
        throw new DatabaseUnavailable(data, owner, user);
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(data, e);
    } catch (UnsupportedOperationException e) {
      // A file system without owners; then there is nothing to tell.
    }
  }

  /**
   * Makes the folder, for this user alone, where it is missing and a file is to be written into it.
   */
  public static void makeFor(Path file, Path data) throws IOException {
    Path folder = data.toAbsolutePath().normalize();
    if (folder.equals(file.toAbsolutePath().normalize().getParent()) && !Files.exists(folder)) {
      create(folder);
    }
  }

  private static void create(Path data) throws IOException {
    Path parent = data.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(data, attributes(FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(data)) {
        throw e;
      }
      // Another process was faster.
    }
  }

  /** A new file that nobody else may read. */
  public static Path newFile(Path file) throws IOException {
    return Files.createFile(file, attributes(FILE));
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return hasPermissions()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions() {
    return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Lets nobody else read the files that are there by now. */
  static void closeToOthers(Path data) {
    if (!hasPermissions()) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data)) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !Files.getPosixFilePermissions(file).equals(FILE)) {
          Files.setPosixFilePermissions(file, FILE);
        }
      }
    } catch (IOException e) {
      // A file that is gone by now, or one that somebody put there; neither holds the work up.
    }
  }

  /** Whether an installation was at work in a folder before. */
  public static boolean wasUsed(Path data) {
    return Files.exists(data.resolve(KEY));
  }
}
