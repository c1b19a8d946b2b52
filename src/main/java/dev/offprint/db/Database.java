package dev.offprint.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.offprint.config.DatabaseConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** An open, migrated database. */
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens the configured database, creating and migrating it as needed.
   *
   * @param data the folder that holds the H2 file when no address is configured; created if missing
   * @throws DatabaseUnavailable with one line for the operator when it cannot be used
   */
  public static Database open(DatabaseConfiguration configuration, Path data) {
    return open(address(configuration, data), configuration.username(), configuration.password());
  }

  static Database open(String url, String username, String password) {
    // The first connection is not the pool's: it fails at once, with the driver's own reason, where
    // the pool would log a stack trace.
    try (Connection first = DriverManager.getConnection(url, username, password)) {
      return new Database(migrated(pool(url, username, password), first));
    } catch (SQLException | RuntimeException e) {
      // Hikari and Flyway have no common ancestor below this one.
      throw new DatabaseUnavailable(url, e);
    }
  }

  private static HikariDataSource pool(String url, String username, String password) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setUsername(username);
    settings.setPassword(password);
    settings.setPoolName("offprint");
    settings.setMaximumPoolSize(12);
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(10_000);
    return new HikariDataSource(settings);
  }

  private static HikariDataSource migrated(HikariDataSource pool, Connection connection)
      throws SQLException {
    try {
      Schema.bringUpToDate(pool, connection);
      return pool;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static String address(DatabaseConfiguration configuration, Path data) {
    String url = configuration.url();
    if (!url.isEmpty()) {
      boolean late = url.startsWith("jdbc:h2:") && !url.contains("WRITE_DELAY");
      return late ? url + ";WRITE_DELAY=0" : url;
    }
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new DatabaseUnavailable(data, e);
    }
    // The server half of AUTO_SERVER would listen on every interface otherwise.
    System.setProperty("h2.bindAddress", "127.0.0.1");
    // No trace file: it would repeat what the exceptions say, addresses of subscribers included,
    // and print a stack trace where it cannot be written.
    // Asynchronous files, because interrupting a thread in the middle of an ordinary one closes the
    // database for all; Quartz interrupts its threads when it stops.
    return "jdbc:h2:async:"
        + data.toAbsolutePath().resolve("offprint")
        + ";AUTO_SERVER=TRUE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** For libraries that bring their own SQL. */
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
