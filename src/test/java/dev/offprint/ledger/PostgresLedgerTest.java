package dev.offprint.ledger;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;

class PostgresLedgerTest extends LedgerContract {
  @Override
  Database open() {
    return TestDatabase.POSTGRESQL.fresh();
  }
}
