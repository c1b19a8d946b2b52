package dev.offprint.outbox;

import static dev.offprint.outbox.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Results of several connections, written down in few transactions, none before it is told. */
class SentTogetherTest {
  private static final int CONNECTIONS = 8;

  private final List<Map<?, ?>> written = new ArrayList<>();
  private final Semaphore ledgerIsFree = new Semaphore(0);

  private static Ledger ledger(Consumer<Map<?, ?>> writing) {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> {
              writing.accept((Map<?, ?>) arguments[0]);
              return null;
            });
  }

  private void writeSlowly(Map<?, ?> responses) {
    ledgerIsFree.acquireUninterruptibly();
    written.add(responses);
  }

  @Test
  void thoseThatComeWhileTheLedgerIsBusyAreWrittenInOneTransaction() throws Exception {
    SentTogether together = new SentTogether(ledger(this::writeSlowly), () -> MORNING);
    List<Future<?>> told = new ArrayList<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (long id = 1; id <= CONNECTIONS; id++) {
        long delivery = id;
        told.add(connections.submit(() -> together.sent(delivery, "250 taken " + delivery)));
      }
      while (ledgerIsFree.getQueueLength() == 0 || together.waiting() < CONNECTIONS - 1) {
        Thread.onSpinWait();
      }
      assertThat(told).noneMatch(Future::isDone);
      ledgerIsFree.release(2);
      for (Future<?> each : told) {
        each.get();
      }
    }
    assertThat(written).hasSize(2);
    assertThat(written.get(0)).hasSize(1);
    assertThat(written.get(1)).hasSize(CONNECTIONS - 1);
  }

  @Test
  void whoeverWasInATransactionThatFailedIsTold() {
    SentTogether together =
        new SentTogether(
            ledger(
                responses -> {
                  throw new IllegalStateException("the disk is full");
                }),
            () -> MORNING);
    assertThatThrownBy(() -> together.sent(1, "250 taken")).hasMessage("the disk is full");
    assertThat(together.waiting()).isZero();
  }
}
