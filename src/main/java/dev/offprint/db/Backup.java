package dev.offprint.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of an installation in one file: the H2 database as it is at one instant, the key of its
 * links, and the keys that sign its mails. Readers' addresses are in it, so nobody else may read
 * it.
 */
public final class Backup {
  /** The file of H2. */
  static final String DATABASE = "offprint.mv.db";

  /** All that a backup holds; anything else is not ours. */
  static final Pattern NAMES =
      Pattern.compile("offprint\\.mv\\.db|link\\.key|dkim-[A-Za-z0-9-]+\\.pem|offprint\\.toml");

  private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

  private Backup() {}

  /**
   * Copies an installation while it works.
   *
   * @param file that does not exist yet; it is there as a whole or not at all
   * @return the names of what is in it
   * @throws IOException with a reason for the operator when it cannot be made
   */
  public static List<String> write(Database database, Path data, Path file) throws IOException {
    try (Connection connection = database.dataSource().getConnection()) {
      return write(connection, data, file);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Copies an installation while it works, to wherever that leads.
   *
   * @param out is not closed; what it got is worth nothing when this fails
   * @return the names of what is in it
   * @throws IOException with a reason for the operator when it cannot be made
   */
  public static List<String> write(Database database, Path data, OutputStream out)
      throws IOException {
    try (Connection connection = database.dataSource().getConnection()) {
      return write(connection, data, data, out);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Leaves a copy in the data folder before the tables are changed for a newer version.
   *
   * @throws DatabaseUnavailable when it cannot be made; nothing was changed then
   */
  static void beforeUpdate(Connection connection, Path data) {
    Path file = data.resolve("before-" + Schema.number(Schema.NEWEST) + ".zip");
    try {
      // One is there when an update was broken off; what it holds is whole, and older.
      if (!Files.exists(file)) {
        LOG.info("copying the database to {} before its tables are changed", file);
        write(connection, data, file);
      }
    } catch (IOException | SQLException e) {
      throw DatabaseUnavailable.withoutBackup(file, e);
    }
  }

  private static List<String> write(Connection connection, Path data, Path file)
      throws IOException, SQLException {
    if (Files.exists(file)) {
      throw new IOException(file + " exists already; name a new file, or move that one away");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is a folder");
    }
    Path whole = temporary(folder);
    try {
      List<String> names;
      try (OutputStream to = Files.newOutputStream(whole)) {
        names = write(connection, data, folder, to);
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      return names;
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /**
   * Writes a backup.
   *
   * @param room a folder for what H2 makes of itself first
   */
  private static List<String> write(Connection connection, Path data, Path room, OutputStream out)
      throws IOException, SQLException {
    Path copy = temporary(room);
    try {
      copy(connection, copy, room);
      List<String> names = new ArrayList<>(List.of(DATABASE));
      ZipOutputStream to = new ZipOutputStream(out);
      try (ZipFile copied = new ZipFile(copy.toFile());
          InputStream from = copied.getInputStream(copied.getEntry(DATABASE))) {
        put(DATABASE, from, to);
      }
      for (Path beside : beside(data)) {
        String name = String.valueOf(beside.getFileName());
        try (InputStream from = Files.newInputStream(beside)) {
          put(name, from, to);
        }
        names.add(name);
      }
      to.finish();
      to.flush();
      return names;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** A file that this user alone may read, until what is in it is whole. */
  static Path temporary(Path folder) throws IOException {
    try {
      return Files.createTempFile(folder, ".offprint-", ".zip");
    } catch (AccessDeniedException e) {
      throw NotPermitted.toWriteTo(folder);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no folder " + folder, e);
    } catch (FileSystemException e) {
      // What it would have been called says nothing to anybody.
      throw new IOException(folder + ": " + e.getReason(), e);
    }
  }

  /** Copies an H2 database while it is in use, as it is at one instant. */
  private static void copy(Connection connection, Path zip, Path folder) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement("backup to ?")) {
      statement.setString(1, zip.toAbsolutePath().toString());
      statement.execute();
    } catch (SQLException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why = String.valueOf(cause.getMessage());
      throw new IOException(why.replace(zip.toAbsolutePath().toString(), folder.toString()), e);
    }
  }

  /** What else of the folder cannot be had again. */
  private static List<Path> beside(Path data) throws IOException {
    List<Path> beside = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (NAMES.matcher(name).matches() && !name.equals(DATABASE)) {
          beside.add(file);
        }
      }
    }
    beside.sort(null);
    return beside;
  }

  private static void put(String name, InputStream from, ZipOutputStream to) throws IOException {
    to.putNextEntry(new ZipEntry(name));
    from.transferTo(to);
    to.closeEntry();
  }
}
