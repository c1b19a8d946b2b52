package dev.offprint.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.planning.ClockCheck.Witness;
import dev.offprint.sending.OutboxFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By a clock that cannot be right nothing is planned. */
class ClockCheckTest {
  private final Database database = OutboxFixture.h2();
  private final Ledger ledger = OutboxFixture.ledger(database);
  private Instant now = OutboxFixture.MORNING;
  private @Nullable Witness witness;

  private final ClockCheck check =
      new ClockCheck(() -> now, ledger.deliveries(), () -> Optional.ofNullable(witness));

  @AfterEach
  void close() {
    database.close();
  }

  private void planned() {
    OutboxFixture.fill(database, 1);
    OutboxFixture.plan(
        ledger, OutboxFixture.edition(1, 1), Delivery.Planning.at(OutboxFixture.MORNING));
  }

  @Test
  void aClockThatNothingSpeaksAgainstIsGood() {
    assertThat(check.problem()).isEmpty();
    planned();
    assertThat(check.problem()).isEmpty();
    now = now.minus(Duration.ofMinutes(10));
    assertThat(check.problem()).isEmpty();
  }

  @Test
  void aClockBeforeTheLedgersLastRowIsWrongOrTheRowIs() {
    planned();
    now = now.minus(Duration.ofDays(1));
    assertThat(check.problem().orElseThrow())
        .contains("the ledger's last row is of", "offprint run --date today");
    // Somebody who knows the time decides it.
    witness = new Witness("export.example.org", Duration.ofSeconds(3));
    assertThat(check.problem()).isEmpty();
  }

  @Test
  void aClockThatNoSourceAgreesWithIsWrong() {
    witness = new Witness("export.example.org", Duration.ofMinutes(-9));
    assertThat(check.problem()).isEmpty();
    witness = new Witness("export.example.org", Duration.ofDays(-3_000));
    assertThat(check.problem().orElseThrow())
        .contains("by export.example.org it is", "nothing is planned");
  }
}
