package dev.offprint.web.reader;

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
import dev.offprint.subscribers.Letter;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
  private static final Preferences WANTED =
      new Preferences(
          Preferences.Content.TRENDING,
          List.of(),
          10,
          Timing.usual(ZoneOffset.UTC),
          Preferences.Format.HTML);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void aMailThatAsksIsKnownFromTheLedgerAndEditionsAreNone() {
    try (Database database = TestDatabase.H2.fresh()) {
      long ada =
          Members.of(database)
              .add(EmailAddress.of("ada@example.org"), Subscriber.Status.PENDING, WANTED, NOW)
              .orElseThrow()
              .id();
      Ledger ledger =
          JdbiLedger.of(
              database.jdbi(), new JdbiPaperStore(database.jdbi()), new MessageIds("example.org"));
      Notices notices = new Notices(ledger, () -> {});
      OutboxFixture.skip(
          ledger, ada, LocalDate.of(2026, 11, 24), "nothing new", Delivery.Planning.at(NOW));
      assertThat(notices.mayAsk(ada, NOW)).isTrue();
      notices.send(new Letter(Letter.Purpose.CONFIRMATION, ada), NOW);
      assertThat(notices.mayAsk(ada, NOW)).isFalse();
      assertThat(notices.mayAsk(ada + 1, NOW)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"CONFIRMATION, PT24H, 3, P7D", "LINK, PT1H, 3, P1D", "DATA, PT10M, 3, P1D"})
  void anAddressIsSentSoManyOfAKindWhoeverAsks(
      Letter.Purpose kind, Duration apart, int most, Duration within) {
    try (Database database = TestDatabase.H2.fresh()) {
      long ada =
          Members.of(database)
              .add(EmailAddress.of("ada@example.org"), Subscriber.Status.PENDING, WANTED, NOW)
              .orElseThrow()
              .id();
      Ledger ledger =
          JdbiLedger.of(
              database.jdbi(), new JdbiPaperStore(database.jdbi()), new MessageIds("example.org"));
      Notices notices = new Notices(ledger, () -> {});
      Instant now = NOW;
      for (int sent = 1; sent <= most; sent++) {
        for (int i = 0; i < 3; i++) {
          notices.send(new Letter(kind, ada), now.plusSeconds(i));
        }
        assertThat(ledger.deliveries().of(ada, 99)).hasSize(sent);
        now = now.plus(apart).plusSeconds(5);
      }
      notices.send(new Letter(kind, ada), now);
      assertThat(ledger.deliveries().of(ada, 99)).hasSize(most);
      notices.send(new Letter(kind, ada), NOW.plus(within).plusSeconds(5));
      assertThat(ledger.deliveries().of(ada, 99)).hasSize(most + 1);
    }
  }
}
