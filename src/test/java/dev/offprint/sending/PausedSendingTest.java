package dev.offprint.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is sent while the operator says so, and then what waited is. */
@ParameterizedClass
@EnumSource
class PausedSendingTest {
  private final OutboxFixture.TickingClock clock = new OutboxFixture.TickingClock();
  private final ListedTransport relay = new ListedTransport();
  private final Database database;
  private final Ledger ledger;

  PausedSendingTest(TestDatabase kind) {
    database = kind.fresh();
    OutboxFixture.fill(database, 40);
    ledger = OutboxFixture.ledger(database);
    for (int subscriber = 1; subscriber <= 20; subscriber++) {
      assertThat(
              OutboxFixture.plan(
                  ledger,
                  OutboxFixture.edition(subscriber, 1),
                  Delivery.Planning.at(clock.instant())))
          .isPresent();
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Dispatcher dispatcher() {
    return OutboxFixture.dispatcher(
        ledger, new OutboxFixture.People(), relay, clock, OutboxFixture.node());
  }

  @Test
  void nothingIsSentUntilItIsResumed() {
    Instant paused = clock.instant();
    assertThat(ledger.claims().pause(paused)).isTrue();
    assertThat(ledger.claims().pause(paused.plusSeconds(9))).isFalse();
    assertThat(ledger.claims().pausedSince()).contains(paused);
    assertThat(dispatcher().drain().isEmpty()).isTrue();
    clock.tick(Duration.ofHours(3));
    // After a restart it holds as before.
    assertThat(dispatcher().drain().isEmpty()).isTrue();
    assertThat(ledger.deliveries().counts()).containsEntry(Status.PLANNED, 20);

    assertThat(ledger.claims().resume(clock.instant())).contains(paused);
    assertThat(ledger.claims().resume(clock.instant())).isEmpty();
    assertThat(dispatcher().drain().sent()).isEqualTo(20);
    assertThat(relay.messageIds()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void aDispatcherAtWorkStopsAndWhatItHadClaimedWaits() {
    relay.whileSending =
        message -> {
          ledger.claims().pause(clock.instant());
          clock.tick(Duration.ofSeconds(2));
        };
    Dispatcher dispatcher = dispatcher();
    DispatchReport report = dispatcher.drain();
    assertThat(report.sent()).isEqualTo(1);
    assertThat(report.relayProblem()).isNull();
    assertThat(ledger.deliveries().counts())
        .containsEntry(Status.SENT, 1)
        .containsEntry(Status.PLANNED, 19);

    relay.whileSending = message -> {};
    ledger.claims().resume(clock.instant());
    assertThat(dispatcher.drain().sent()).isEqualTo(19);
    assertThat(relay.messageIds()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void whatIsTooOldWhenItIsResumedSaysWhy() {
    ledger.claims().pause(clock.instant());
    clock.tick(Duration.ofHours(25));
    ledger.claims().resume(clock.instant());
    assertThat(dispatcher().drain().failed()).isEqualTo(20);
    assertThat(ledger.deliveries().list(null, Status.FAILED))
        .hasSize(20)
        .allSatisfy(
            delivery ->
                assertThat(delivery.progress().reason())
                    .contains("too late", "sending was paused since"));
  }
}
