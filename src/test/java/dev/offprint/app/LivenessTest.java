package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private final AtomicLong plannings = new AtomicLong();
  private final AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 5);
  private Runnable database = () -> {};
  private final Liveness liveness =
      new Liveness(sending::get, plannings::get, () -> database.run(), nanoseconds::get);

  private void pass(Duration time) {
    nanoseconds.addAndGet(time.toNanos());
  }

  @Test
  void aDaemonWorksWhilePlanningBeginsNowAndThen() {
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofMinutes(14));
      plannings.incrementAndGet();
      assertThat(liveness.problem()).isEmpty();
    }
  }

  @Test
  void aTimetableThatStandsStillIsAProblemUntilItGoesOn() {
    plannings.set(3);
    assertThat(liveness.problem()).isEmpty();
    pass(Duration.ofMinutes(15));
    assertThat(liveness.problem()).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(liveness.problem()).hasValue("planning has not begun for 15 minutes");
    plannings.incrementAndGet();
    assertThat(liveness.problem()).isEmpty();
  }

  @Test
  void aDaemonThatCannotSendDoesNotWork() {
    sending.set(false);
    assertThat(liveness.problem()).hasValueSatisfying(why -> assertThat(why).contains("mails"));
  }

  @Test
  void aDatabaseThatFailsIsAProblem() {
    database =
        () -> {
          throw new IllegalStateException("it is closed");
        };
    assertThat(liveness.problem()).hasValue("the database does not answer (it is closed)");
  }
}
