package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.sending.OutboxFixture.TickingClock;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who does not confirm is kept as long as the link may work, and not longer. */
class UnconfirmedJobTest {
  private static final Preferences WANTED =
      OutboxFixture.subscriber(1, Status.PENDING).preferences();

  private final Database database = OutboxFixture.h2();
  private final SubscriberStore subscribers = new JdbiSubscriberStore(database.jdbi());
  private final Ledger ledger = OutboxFixture.ledger(database);
  private final TickingClock clock = new TickingClock();
  private final UnconfirmedJob job =
      new UnconfirmedJob(Members.membership(database, clock), ledger.notices(), clock);

  @AfterEach
  void close() {
    database.close();
  }

  private long pending(int number) {
    return Members.of(database)
        .add(
            EmailAddress.of("reader" + number + "@example.org"),
            Status.PENDING,
            WANTED,
            clock.instant())
        .orElseThrow()
        .id();
  }

  @Test
  void theyGoEightDaysAfterTheyWereAskedLastToTheLastPortion() {
    for (int number = 0; number < 1_100; number++) {
      ledger.notices().askToConfirm(pending(number), clock.instant());
    }
    clock.tick(Duration.ofDays(8));
    assertThat(job.erase()).isZero();
    clock.tick(Duration.ofMillis(1));
    assertThat(job.erase()).isEqualTo(1_100);
    assertThat(subscribers.all()).isEmpty();
    assertThat(ledger.deliveries().list(null, null)).isEmpty();
  }

  @Test
  void aStopIsNotKeptWaiting() {
    pending(1);
    clock.tick(Duration.ofDays(9));
    job.interrupt();
    assertThat(job.erase()).isZero();
    assertThat(subscribers.all()).hasSize(1);
  }
}
