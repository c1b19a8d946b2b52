package dev.offprint.outbox;

import dev.offprint.db.Database;

class H2LedgerTest extends LedgerContract {
  @Override
  Database open() {
    return OutboxFixture.h2();
  }
}
