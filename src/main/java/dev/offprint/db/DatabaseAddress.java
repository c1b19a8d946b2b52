package dev.offprint.db;

import dev.offprint.config.DatabaseConfiguration;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, and how to log in.
 *
 * @param url for JDBC, as an operator writes it; empty for the H2 file of a data folder
 * @param folder that data folder; null otherwise
 * @param username empty where the address names the user, or none is needed
 * @param password empty for none
 */
public record DatabaseAddress(String url, @Nullable Path folder, String username, String password) {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String H2 = "jdbc:h2:";

  /** Of the configured database, or the one in the data folder. */
  public static DatabaseAddress configured(DatabaseConfiguration configuration, Path data) {
    String url = configuration.url();
    return new DatabaseAddress(
        url, url.isEmpty() ? data : null, configuration.username(), configuration.password());
  }

  /**
   * What an operator wrote on a command line: an address for JDBC, the {@code jdbc:} of which may
   * be left out, or a data folder.
   *
   * @throws IllegalArgumentException with a reason that quotes nothing of it, as there may be a
   *     password in it
   */
  public static DatabaseAddress of(String text) {
    if (text.toLowerCase(Locale.ROOT).contains("password=")) {
      throw new IllegalArgumentException(
          "it holds a password, which others on this machine can see; put that into a file");
    }
    String url = text.startsWith("jdbc:") ? text : "jdbc:" + text;
    if (isPostgresql(url) || url.startsWith(H2)) {
      return new DatabaseAddress(url, null, "", "");
    }
    // With one letter it is a drive.
    if (text.isBlank() || text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      throw new IllegalArgumentException(
          "give an address that begins with jdbc:postgresql: or jdbc:h2:, or a data folder");
    }
    try {
      return new DatabaseAddress("", Path.of(text), "", "");
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("it cannot be the name of a folder", e);
    }
  }

  /** The same, with how to log in. */
  public DatabaseAddress withLogin(String user, String secret) {
    return new DatabaseAddress(url, folder, user, secret);
  }

  /** Whether both name one database, however one logs in. */
  public boolean isSameAs(DatabaseAddress other) {
    return shown().equals(other.shown());
  }

  /** As it is told to people: without options, among which there may be secrets. */
  public String shown() {
    return folder == null
        ? DatabaseUnavailable.shown(url)
        : folder.toAbsolutePath().normalize().toString();
  }

  public boolean isPostgresql() {
    return isPostgresql(url);
  }

  static boolean isPostgresql(String jdbc) {
    return jdbc.startsWith(POSTGRESQL);
  }

  /** The address for JDBC, with the options that Offprint needs. */
  String jdbc() {
    if (folder != null) {
      // The server half of AUTO_SERVER would listen on every interface otherwise.
      System.setProperty("h2.bindAddress", "127.0.0.1");
      return file(folder) + ";AUTO_SERVER=TRUE";
    }
    return given(url);
  }

  /** As {@link #jdbc}, but where it is a file of H2 no other process can have it open meanwhile. */
  String jdbcAlone() {
    return folder == null ? given(url) : file(folder);
  }

  /**
   * Whether it is certain that no installation keeps anything there; nothing is made by looking.
   * What cannot be looked into is told for what it is when it is opened.
   */
  public boolean hasNothing() {
    if (folder != null) {
      return Files.notExists(folder.resolve(Backup.DATABASE))
          && !DataFolder.wasUsed(folder)
          && !Files.isRegularFile(folder);
    }
    String existing = isPostgresql() ? jdbc() : jdbc() + ";IFEXISTS=TRUE";
    try (Connection looking = DriverManager.getConnection(existing, username, password)) {
      return Schema.isEmpty(looking) && !UnfinishedCopy.isIn(looking);
    } catch (SQLException e) {
      return e.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1;
    }
  }

  /** One connection that is nobody else's. */
  Connection connectAlone() throws SQLException {
    return DriverManager.getConnection(jdbcAlone(), username, password);
  }

  private static String given(String url) {
    if (url.startsWith(H2)) {
      return url.contains("WRITE_DELAY") ? url : url + ";WRITE_DELAY=0";
    }
    // By that the sessions of Offprint are told from others.
    return url.contains("ApplicationName=")
        ? url
        : url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + OtherSessions.NAME;
  }

  private static String file(Path data) {
    // No trace file: it would repeat what the exceptions say, addresses of subscribers included,
    // and print a stack trace where it cannot be written.
    // Asynchronous files, because interrupting a thread in the middle of an ordinary one closes the
    // database for all; Quartz interrupts its threads when it stops.
    // Compressed, as the titles and texts that most of it is take a third of the room so.
    return "jdbc:h2:async:"
        + data.toAbsolutePath().resolve("offprint")
        + ";WRITE_DELAY=0;COMPRESS=TRUE;TRACE_LEVEL_FILE=0";
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + shown() + "]";
  }
}
