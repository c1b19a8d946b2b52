package dev.offprint.sending;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.ledger.SettlementStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sent outlives the process at once, and reaches the ledger in few transactions. */
class SentBatchTest {
  private final List<Map<Object, Object>> written = new ArrayList<>();
  @TempDir Path folder;
  private Path file;
  private SentJournal journal;

  @BeforeEach
  void open() {
    file = folder.resolve("sent.journal");
    journal = SentJournal.open(file);
  }

  private static SettlementStore ledger(Consumer<Map<?, ?>> writing) {
    return (SettlementStore)
        Proxy.newProxyInstance(
            SettlementStore.class.getClassLoader(),
            new Class<?>[] {SettlementStore.class},
            (proxy, method, arguments) -> {
              writing.accept((Map<?, ?>) arguments[0]);
              return null;
            });
  }

  private SettlementStore writable() {
    return ledger(responses -> written.add(new HashMap<>(responses)));
  }

  private SentBatch together(SettlementStore ledger) {
    return new SentBatch(ledger, () -> MORNING, journal, SentBatch.AT_ONCE);
  }

  @Test
  void manyAreWrittenInOneTransaction() throws Exception {
    SentBatch together = together(writable());
    for (long id = 1; id <= SentBatch.AT_ONCE + 5; id++) {
      together.sent(id, "250 taken " + id);
    }
    assertThat(written).hasSize(1);
    assertThat(journal.read()).hasSize(5);
    together.settle();

    assertThat(written).hasSize(2);
    assertThat(written.get(1)).hasSize(5).containsEntry(303L, "250 taken 303");
    assertThat(journal.read()).isEmpty();
    together.settle();
    assertThat(written).hasSize(2);
  }

  @Test
  void whileOneWritesTheLedgerTheOthersGoOnAndTheJournalHasAll() throws Exception {
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    SentBatch together =
        together(
            ledger(
                responses -> {
                  written.add(new HashMap<>(responses));
                  under.countDown();
                  await(others);
                }));
    Thread first =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (long id = 1; id <= SentBatch.AT_ONCE; id++) {
                    together.sent(id, "250 taken");
                  }
                });
    await(under);
    for (long id = 1_001; id <= 1_000 + 2 * SentBatch.AT_ONCE; id++) {
      together.sent(id, "250 taken");
    }
    assertThat(written).hasSize(1);
    assertThat(journal.read()).hasSize(3 * SentBatch.AT_ONCE);
    others.countDown();
    first.join();

    together.sent(5_000, "250 taken");
    assertThat(written).hasSize(2);
    assertThat(written.get(1)).hasSize(2 * SentBatch.AT_ONCE + 1);
    assertThat(journal.read()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aJournalThatIsNeverUpToDateIsEmptiedNowAndThen() throws Exception {
    List<SentBatch> itself = new ArrayList<>();
    AtomicInteger sent = new AtomicInteger();
    long most = 0;
    SettlementStore busy =
        ledger(
            responses -> {
              written.add(new HashMap<>(responses));
              if (!Thread.holdsLock(itself.getFirst())) { // Another connection is quicker.
                itself.getFirst().sent(1_000_000 + sent.incrementAndGet(), "250 taken");
              }
            });
    itself.add(together(busy));
    for (long id = 1; id <= 30L * SentBatch.AT_ONCE; id++) {
      itself.getFirst().sent(id, "250 taken");
      most = Math.max(most, Files.size(file));
    }
    itself.getFirst().settle();

    assertThat(most).isBetween(2_000L * 10, 6_600L * 20);
    assertThat(journal.read()).isEmpty();
    assertThat(written.stream().mapToInt(Map::size).sum())
        .isEqualTo(30 * SentBatch.AT_ONCE + sent.get());
  }

  @Test
  void whatAProcessLeftThatDiedIsBroughtIntoTheLedger() throws Exception {
    together(writable()).sent(7, "250 taken\r\nas Ä7");

    SentJournal next = SentJournal.open(file);
    assertThat(SentBatch.recover(writable(), () -> MORNING, next)).isEqualTo(1);
    assertThat(written).containsExactly(Map.of(7L, "250 taken as Ä7"));
    assertThat(Files.size(file)).isZero();
  }

  @Test
  void aLineThatWasBeingWrittenDoesNotCount() throws Exception {
    together(writable()).sent(7, "250 taken");
    Files.writeString(file, "8\t250 ta", StandardOpenOption.APPEND);

    assertThat(journal.read()).isEqualTo(Map.of(7L, "250 taken"));
  }

  @Test
  void aLedgerThatCannotBeWrittenLosesNothing() throws Exception {
    SentBatch together =
        together(
            ledger(
                responses -> {
                  throw new IllegalStateException("the disk is full");
                }));
    together.sent(1, "250 taken");

    assertThatThrownBy(together::settle).hasMessage("the disk is full");
    assertThat(journal.read()).containsKey(1L);
  }

  @Test
  void aJournalThatCannotBeWrittenLeavesItToTheLedger() throws IOException {
    SentBatch together = together(writable());
    journal.close();

    assertThatThrownBy(() -> together.sent(1, "250 taken")).isInstanceOf(RuntimeException.class);
    assertThat(written).containsExactly(Map.of(1L, "250 taken"));
  }
}
