package dev.offprint.sending;

import static dev.offprint.sending.OutboxFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.OutboxFixture.People;
import dev.offprint.sending.OutboxFixture.TickingClock;
import dev.offprint.sending.SendOutcome.Accepted;
import dev.offprint.sending.SendOutcome.RelayUnavailable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of editions while the relay cannot be reached for hours or days. */
class RelayAwayTest {
  private static final int READERS = 30;

  private final TickingClock clock = new TickingClock();
  private final ListedTransport relay = new ListedTransport();
  private final Database database = OutboxFixture.h2();
  private final Ledger ledger = OutboxFixture.ledger(database);
  private final Dispatcher dispatcher =
      new Dispatcher(
          ledger,
          OutboxFixture.composer(new People(), clock),
          relay,
          new RetryRules(new Random(1), Duration.ofHours(24)),
          clock,
          OutboxFixture.node(),
          OutboxFixture.turns(3));

  RelayAwayTest() {
    OutboxFixture.fill(database, READERS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void plan(LocalDate day, int paper) {
    for (int reader = 1; reader <= READERS; reader++) {
      OutboxFixture.plan(
          ledger, OutboxFixture.edition(reader, day, paper), Delivery.Planning.at(clock.instant()));
    }
  }

  private void drainEachMinuteFor(Duration time) {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      dispatcher.drain();
      clock.tick(Duration.ofMinutes(1));
    }
  }

  @Test
  void afterHalfADayEverythingGoesOut() {
    plan(TODAY, 1);
    relay.always(new RelayUnavailable("no route to host"));
    drainEachMinuteFor(Duration.ofHours(12));
    assertThat(ledger.deliveries().counts()).containsEntry(Status.PLANNED, READERS);

    relay.sent.clear();
    relay.always(new Accepted("250 queued"));
    drainEachMinuteFor(Duration.ofMinutes(11));
    assertThat(relay.messageIds()).hasSize(READERS).doesNotHaveDuplicates();
    assertThat(ledger.deliveries().counts()).containsEntry(Status.SENT, READERS);
  }

  @Test
  void afterThreeDaysOnlyTheLastEditionGoesOutAndTheOthersSayThatTheyAreTooLate() {
    relay.always(new RelayUnavailable("no route to host"));
    for (int day = 0; day < 3; day++) {
      plan(TODAY.plusDays(day), day + 1);
      drainEachMinuteFor(Duration.ofHours(day < 2 ? 24 : 1));
    }
    relay.sent.clear();
    relay.always(new Accepted("250 queued"));
    drainEachMinuteFor(Duration.ofMinutes(11));

    assertThat(relay.messageIds()).hasSize(READERS).doesNotHaveDuplicates();
    assertThat(ledger.deliveries().list(TODAY.plusDays(2), Status.SENT)).hasSize(READERS);
    for (int day = 0; day < 2; day++) {
      List<Delivery> late = ledger.deliveries().list(TODAY.plusDays(day), Status.FAILED);
      assertThat(late)
          .hasSize(READERS)
          .allSatisfy(
              delivery ->
                  assertThat(delivery.progress().reason())
                      .startsWith("too late: it could not be sent within 24 hours"))
          .allMatch(delivery -> delivery.progress().attempts() == 0);
    }
    assertThat(ledger.deliveries().list(TODAY, Status.FAILED))
        .extracting(delivery -> delivery.progress().reason())
        .contains(
            "too late: it could not be sent within 24 hours; the last time: no route to host");
  }

  @Test
  void whatHasFailedIsSentAgainWhenAskedWithItsPapersAndItsId() {
    plan(TODAY, 1);
    relay.always(new SendOutcome.Rejected("554 5.7.1 not today"));
    dispatcher.drain();
    Delivery failed = ledger.deliveries().list(TODAY, Status.FAILED).getFirst();
    clock.tick(Duration.ofHours(30));

    assertThat(ledger.settlements().retry(failed.id(), clock.instant())).isTrue();
    assertThat(ledger.settlements().retry(failed.id(), clock.instant())).isFalse();
    relay.sent.clear();
    relay.always(new Accepted("250 queued"));
    dispatcher.drain();
    assertThat(relay.messageIds()).containsExactly(failed.messageId());
    assertThat(ledger.deliveries().find(failed.id()).orElseThrow().progress())
        .isEqualTo(new Delivery.Progress(Status.SENT, "250 queued", 1, null, clock.instant()));
    assertThat(ledger.deliveries().papers(failed)).hasSize(1);
    assertThat(ledger.settlements().retry(failed.id(), clock.instant())).isFalse();
  }
}
