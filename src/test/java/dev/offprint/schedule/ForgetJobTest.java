package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.sending.OutboxFixture.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is older than the ledger is kept goes, to the last portion. */
class ForgetJobTest {
  private final Database database = OutboxFixture.h2();
  private final Ledger ledger = OutboxFixture.ledger(database);
  private final TickingClock clock = new TickingClock();
  private final ForgetJob job = new ForgetJob(ledger.retention(), 400, clock);

  @AfterEach
  void close() {
    database.close();
  }

  private void skipped(LocalDate day) {
    Instant morning = OutboxFixture.MORNING;
    assertThat(OutboxFixture.skip(ledger, 1, day, "nothing", Delivery.Planning.at(morning)))
        .isTrue();
  }

  @Test
  void afterSoManyDaysAndNotBefore() {
    OutboxFixture.fill(database, 1);
    for (int day = 0; day < 2_100; day++) {
      skipped(OutboxFixture.TODAY.minusDays(day));
    }
    skipped(OutboxFixture.TODAY.plusDays(1));
    clock.tick(Duration.ofDays(400));
    assertThat(job.forget()).isZero();
    clock.tick(Duration.ofDays(1));
    assertThat(job.forget()).isEqualTo(2_100);
    assertThat(job.forget()).isZero();
    assertThat(ledger.deliveries().of(1, 9))
        .extracting(Delivery::day)
        .containsExactly(OutboxFixture.TODAY.plusDays(1));
  }

  @Test
  void aStopIsNotKeptWaiting() {
    OutboxFixture.fill(database, 1);
    skipped(OutboxFixture.TODAY);
    clock.tick(Duration.ofDays(500));
    job.interrupt();
    assertThat(job.forget()).isZero();
    assertThat(ledger.deliveries().of(1, 9)).hasSize(1);
  }
}
