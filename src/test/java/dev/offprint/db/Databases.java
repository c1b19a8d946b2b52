package dev.offprint.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The databases that every store must work on. A contract test takes one in its constructor and is
 * run once on each:
 *
 * <pre>{@code
 * @ParameterizedClass
 * @EnumSource(Databases.class)
 * class SomeStoreTest {
 *   @AutoClose private final Database database;
 *
 *   SomeStoreTest(Databases databases) {
 *     database = databases.fresh();
 *   }
 * }
 * }</pre>
 */
public enum Databases {
  H2 {
    @Override
    public Database fresh() {
      return Database.open("jdbc:h2:mem:" + freshName(), "sa", "");
    }
  },
  POSTGRESQL {
    @Override
    public Database fresh() {
      return Database.open(freshPostgresUrl(), "postgres", "");
    }
  };

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** An open database that is migrated, empty, and nobody else's; the test closes it. */
  public abstract Database fresh();

  /** The address of a new, empty database on the one PostgreSQL server of this JVM. */
  static String freshPostgresUrl() {
    String name = freshName();
    try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://127.0.0.1:" + Server.ONLY.getPort() + "/" + name;
  }

  private static String freshName() {
    return "test" + COUNTER.incrementAndGet();
  }

  /** Started at the first use; it stops itself when the JVM ends. */
  private static final class Server {
    static final EmbeddedPostgres ONLY = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
