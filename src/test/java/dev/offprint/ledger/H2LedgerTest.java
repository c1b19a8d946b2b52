package dev.offprint.ledger;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;

class H2LedgerTest extends LedgerContract {
  @Override
  Database open() {
    return TestDatabase.H2.fresh();
  }
}
