package dev.offprint.subscribers;

import dev.offprint.config.Configuration;
import dev.offprint.db.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

class SubscriberStoreOnPostgresTest extends SubscriberStoreContract {
  private static @Nullable EmbeddedPostgres postgres;
  private static @Nullable Database database;

  @Override
  Jdbi open() throws IOException {
    if (database == null) {
      postgres = EmbeddedPostgres.start();
      String url = postgres.getJdbcUrl("postgres", "postgres");
      database = Database.open(new Configuration.Database(url, "postgres", ""), Path.of("unused"));
    }
    return database.jdbi();
  }

  @AfterAll
  static void close() throws IOException {
    if (database != null) {
      database.close();
      database = null;
    }
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }
}
