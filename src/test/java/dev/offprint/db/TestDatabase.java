package dev.offprint.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every store must work on; each test takes a fresh, migrated one. */
public enum TestDatabase {
  H2 {
    @Override
    public Database fresh() {
      return Database.open("jdbc:h2:mem:test" + COUNT.incrementAndGet(), "", "");
    }
  },
  POSTGRESQL {
    @Override
    public Database fresh() {
      String name = "test" + COUNT.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Database.open(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "");
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** An empty database with all tables; close it to be rid of it. */
  public abstract Database fresh();

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
