package dev.offprint.bounces;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;

class H2ReturnedMailTest extends ReturnedMailContract {
  @Override
  Database open() {
    return TestDatabase.H2.fresh();
  }
}
