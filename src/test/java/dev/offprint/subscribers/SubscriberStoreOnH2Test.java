package dev.offprint.subscribers;

import dev.offprint.config.Configuration;
import dev.offprint.db.Database;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class SubscriberStoreOnH2Test extends SubscriberStoreContract {
  @TempDir static Path data;
  private static @Nullable Database database;

  @Override
  Jdbi open() {
    if (database == null) {
      database = Database.open(new Configuration.Database("", "", ""), data);
    }
    return database.jdbi();
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
      database = null;
    }
  }
}
