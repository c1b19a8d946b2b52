package dev.offprint.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every store must work on; each test takes a fresh, migrated one. */
public enum TestDatabase {
  H2 {
    @Override
    public String url() {
      return "jdbc:h2:mem:test" + COUNT.incrementAndGet();
    }
  },
  POSTGRESQL {
    @Override
    public String url() {
      String name = "test" + COUNT.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Server.RUNNING.getJdbcUrl("postgres", name);
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** The address of a new database without tables. */
  public abstract String url();

  /** An empty database with all tables; close it to be rid of it. */
  public Database fresh() {
    return open(url());
  }

  /** A database whose tables were of an older version when some rows were written. */
  public Database of(String version, List<String> rows) {
    return of(url(), version, rows);
  }

  /** The same, in a database without tables. */
  Database of(String url, String version, List<String> rows) {
    try (Connection open = DriverManager.getConnection(url, user(), "");
        Statement statement = open.createStatement()) {
      Schema.migrations(open).dataSource(url, user(), "").target(version).load().migrate();
      for (String row : rows) {
        statement.execute(row);
      }
      return open(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Database open(String url) {
    return Database.open(url, user(), "");
  }

  private String user() {
    return this == H2 ? "" : "postgres";
  }

  /** One server for all tests of a run; it ends with the process. */
  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
