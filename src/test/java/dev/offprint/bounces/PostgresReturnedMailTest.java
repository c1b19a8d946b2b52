package dev.offprint.bounces;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;

class PostgresReturnedMailTest extends ReturnedMailContract {
  @Override
  Database open() {
    return TestDatabase.POSTGRESQL.fresh();
  }
}
