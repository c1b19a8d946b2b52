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
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open, migrated database. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** A command, or a daemon that is stopped, must not be held up for long. */
  private static final Duration AT_CLOSING = Duration.ofSeconds(20);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private @Nullable Path file;

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
    DatabaseAddress address = DatabaseAddress.configured(configuration, data);
    return open(address, address.jdbc());
  }

  /**
   * Opens the configured database if an installation is in it, and migrates it as needed. Nothing
   * is made where there is nothing.
   *
   * @throws DatabaseUnavailable as {@link #open} does, and when there is none
   */
  public static Database openExisting(DatabaseConfiguration configuration, Path data) {
    DatabaseAddress address = DatabaseAddress.configured(configuration, data);
    if (address.hasNothing()) {
      throw DatabaseUnavailable.missing(address);
    }
    return open(address, address.jdbc());
  }

  /**
   * Opens what is there to be copied, for this process alone where it is a file of H2. Nothing is
   * made where there is nothing.
   *
   * @throws CopyFailure when there is nothing, or somebody works with it
   * @throws DatabaseUnavailable as {@link #open} does
   */
  static Database openSource(DatabaseAddress address) {
    Path folder = address.folder();
    if (folder != null && !Files.exists(folder.resolve(Backup.DATABASE))) {
      throw CopyFailure.nothing(address);
    }
    String url =
        address.jdbcAlone() + (address.isPostgresql() || folder != null ? "" : ";IFEXISTS=TRUE");
    try (Connection first =
        DriverManager.getConnection(url, address.username(), address.password())) {
      if (OtherSessions.areIn(first)) {
        throw CopyFailure.inUse(address);
      }
      if (Schema.isEmpty(first) && !UnfinishedCopy.isIn(first)) {
        throw CopyFailure.nothing(address);
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable(url, e);
    }
    return open(address, url);
  }

  private static Database open(DatabaseAddress address, String url) {
    String username = address.username();
    String password = address.password();
    Path data = address.folder();
    if (data == null) {
      return open(url, username, password);
    }
    DataFolder.open(data);
    Path file = data.resolve(Backup.DATABASE);
    boolean wasUsed = DataFolder.wasUsed(data);
    boolean isThere = Files.exists(file);
    if (wasUsed && !isThere) {
      throw DatabaseUnavailable.emptied(url);
    }
    if (isThere && !Files.isWritable(file)) {
      throw DatabaseUnavailable.readOnly(file);
    }
    Database database = open(url, username, password, wasUsed, data);
    database.file = data.resolve(Backup.DATABASE);
    DataFolder.closeToOthers(data);
    return database;
  }

  static Database open(String url, String username, String password) {
    return open(url, username, password, false, null);
  }

  /**
   * Opens it.
   *
   * @param wasUsed whether there must be something in it
   * @param data where a copy is left before its tables are changed; null for none
   */
  private static Database open(
      String url, String username, String password, boolean wasUsed, @Nullable Path data) {
    // H2 takes a file in which it finds no tables at all for a new one.
    boolean hadContent = data != null && data.resolve(Backup.DATABASE).toFile().length() > 0;
    // The first connection is not the pool's: it fails at once, with the driver's own reason, where
    // the pool would log a stack trace.
    try (Connection first = DriverManager.getConnection(url, username, password)) {
      if (Schema.isNewest(first)) {
        return new Database(pool(url, username, password));
      }
      if (UnfinishedCopy.isIn(first)) {
        throw DatabaseUnavailable.unfinished(url);
      }
      if (wasUsed && Schema.isEmpty(first)) {
        throw hadContent ? DatabaseUnavailable.damaged(url) : DatabaseUnavailable.emptied(url);
      }
      if (data != null && Schema.isOlder(first)) {
        Backup.beforeUpdate(first, data);
      }
      return new Database(migrated(pool(url, username, password), first));
    } catch (DatabaseUnavailable e) {
      throw e;
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
    if (DatabaseAddress.isPostgresql(url)) {
      // A node that is frozen in a transaction keeps its locks for no longer than this.
      settings.setConnectionInitSql("set idle_in_transaction_session_timeout = '60s'");
    }
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

  /** Whether other processes, with data folders of their own, may be at work in it as well. */
  public boolean isShared() {
    return DatabaseAddress.isPostgresql(pool.getJdbcUrl());
  }

  /** The processes that share it. */
  public JdbiNodes nodes() {
    return new JdbiNodes(jdbi);
  }

  /**
   * Asks the database for next to nothing.
   *
   * @throws RuntimeException when it does not answer
   */
  public void ask() {
    jdbi.useHandle(handle -> handle.execute("select 1"));
  }

  /**
   * Whether H2 has closed it by itself, as it does after a write that failed; then it stays closed
   * to this process.
   */
  public boolean isLost() {
    try {
      ask();
      return false;
    } catch (RuntimeException e) {
      return Damage.hasClosed(e);
    }
  }

  /**
   * Reads all of it that can be read within a time.
   *
   * @throws RuntimeException when something cannot be read; {@link Damage#isIn} tells why
   */
  public Inspection inspect(Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    try {
      return jdbi.withHandle(handle -> Inspection.of(handle, until));
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be inspected: " + e.getMessage(), e);
    }
  }

  /**
   * Gives back what the file of H2 holds of rows that are gone, while it is in use; a file that has
   * little of that is left alone.
   *
   * @param least the share of the file that is in use, in percent, above which nothing is done
   * @param limit how long it may take, about
   */
  public void compact(int least, Duration limit) {
    if (file == null) {
      return;
    }
    try (Connection connection = pool.getConnection()) {
      new Compaction(file).run(connection, least, limit);
    } catch (SQLException | IOException e) {
      LOG.warn("the database file could not be compacted: {}", e.getMessage());
    }
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
    // After an import that is most of the file.
    compact(50, AT_CLOSING);
    pool.close();
  }
}
