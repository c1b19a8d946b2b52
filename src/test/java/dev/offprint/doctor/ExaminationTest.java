package dev.offprint.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExaminationTest {
  private record Named(String name, Supplier<Finding> finding) implements Check {
    @Override
    public Finding look() {
      return finding.get();
    }
  }

  @Test
  void eachIsToldInOrderAndNoneHoldsTheOthersUp() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    List<String> told = new ArrayList<>();
    new Examination(
            List.of(
                new Named("waits for the second", () -> passed(second, new Finding.Good("1"))),
                new Named("first to end", () -> counted(second, new Finding.Good("2"))),
                new Named("fails", () -> failed("the disk is gone")),
                new Named("hangs", () -> passed(never, new Finding.Good("4")))),
            Duration.ofMillis(500))
        .run(result -> told.add(result.name() + ": " + Words.of(result.finding())));
    assertThat(told)
        .containsExactly(
            "waits for the second: ok: 1",
            "first to end: ok: 2",
            "fails: error: the disk is gone -> details are logged at level debug",
            "hangs: warning: no answer within 0 seconds -> ask again; if it stays so, look at what"
                + " it has to reach");
  }

  private static Finding failed(String why) {
    throw new IllegalStateException(why);
  }

  private static Finding counted(CountDownLatch latch, Finding finding) {
    latch.countDown();
    return finding;
  }

  private static Finding passed(CountDownLatch latch, Finding finding) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return finding;
  }
}
