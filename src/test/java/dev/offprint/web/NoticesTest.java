package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.JdbiLedger;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.MessageIds;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void aMailThatAsksIsKnownFromTheLedgerAndEditionsAreNone() {
    try (Database database = TestDatabase.H2.fresh()) {
      long ada =
          Members.of(database)
              .add(EmailAddress.of("ada@example.org"), Subscriber.Status.PENDING, Site.USUAL, NOW)
              .orElseThrow()
              .id();
      Ledger ledger =
          JdbiLedger.of(
              database.jdbi(), new JdbiPaperStore(database.jdbi()), new MessageIds("example.org"));
      Notices notices = new Notices(ledger, () -> {});
      OutboxFixture.skip(
          ledger, ada, LocalDate.of(2026, 11, 24), "nothing new", Delivery.Planning.at(NOW));
      assertThat(notices.askedSince(ada, NOW.minusSeconds(60))).isFalse();
      notices.ask(ada, NOW);
      assertThat(notices.askedSince(ada, NOW.minusSeconds(60))).isTrue();
      assertThat(notices.askedSince(ada, NOW)).isFalse();
      assertThat(notices.askedSince(ada + 1, NOW.minusSeconds(60))).isFalse();
    }
  }
}
