package dev.offprint.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.offprint.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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
  public static Database open(Configuration.Database configuration, Path data) {
    return open(address(configuration, data), configuration.username(), configuration.password());
  }

  static Database open(String url, String username, String password) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setUsername(username);
    settings.setPassword(password);
    settings.setPoolName("offprint");
    settings.setMaximumPoolSize(12);
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(10_000);
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(settings);
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:dev/offprint/db")
          .placeholders(
              java.util.Map.of("binary", url.startsWith("jdbc:postgresql:") ? "bytea" : "blob"))
          .load()
          .migrate();
      return new Database(pool);
    } catch (PoolInitializationException | FlywayException e) {
      if (pool != null) {
        pool.close();
      }
      throw new DatabaseUnavailable(url, e);
    }
  }

  private static String address(Configuration.Database configuration, Path data) {
    if (!configuration.url().isEmpty()) {
      return configuration.url();
    }
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new DatabaseUnavailable(data, e);
    }
    // The server half of AUTO_SERVER would listen on every interface otherwise.
    System.setProperty("h2.bindAddress", "127.0.0.1");
    // Asynchronous files, because interrupting a thread in the middle of an ordinary one closes the
    // database for all;
    // Quartz interrupts its threads when it stops.
    return "jdbc:h2:async:"
        + data.toAbsolutePath().resolve("offprint")
        + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
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
