package dev.offprint.outbox;

import dev.offprint.db.Database;

class PostgresLedgerTest extends LedgerContract {
  @Override
  Database open() {
    return OutboxFixture.postgres();
  }
}
