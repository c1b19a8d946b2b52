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
