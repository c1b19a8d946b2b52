package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Installation.Printed;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} of a day that has begun for some readers or for none, and of what is due. */
class RunOfADayTest {
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final String ADA = "ada@example.org";
  private static final String KIRI = "kiri@example.org";

  @TempDir private Path folder;
  private Installation offprint;

  @BeforeEach
  void open() {
    offprint = new Installation(folder, Instant.parse("2026-03-02T12:00:00Z"));
    done("papers", "import", PAPERS, "--date", "2026-03-02");
    done("subscribers", "add", ADA, "--zone", "UTC");
    done("subscribers", "add", KIRI, "--zone", "Pacific/Kiritimati");
  }

  @AfterEach
  void close() {
    offprint.close();
  }

  private Printed done(String... arguments) {
    return offprint.run(arguments).done();
  }

  @Test
  void aDayThatIsStillToComeEverywhereIsRefusedAndNotUsedUp() {
    Printed refused = offprint.run("run", "--date", "2026-03-04");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("Wed 2026-03-04 is still to come in every reader's time zone");
    assertThat(offprint.received()).isEmpty();
    assertThat(done("deliveries", "list").out()).doesNotContain("2026-03-04");

    assertThat(done("run", "--dry-run", "--date", "2026-03-04").out()).contains(ADA);
    assertThat(done("deliveries", "list").out()).doesNotContain("2026-03-04");
  }

  @Test
  void aTimerSendsToThoseAloneWhoseHourHasComeAndOnceADay() {
    done("subscribers", "set", ADA, "--at", "13:30");
    done("subscribers", "set", KIRI, "--zone", "UTC", "--at", "14:30");
    assertThat(done("run", "--due").out()).startsWith("Nothing is due: nobody's hour has come");

    offprint.clock.set(Instant.parse("2026-03-02T14:00:00Z"));
    assertThat(done("run", "--due", "--dry-run").out()).contains(ADA).doesNotContain(KIRI);
    done("run", "--due");
    assertThat(offprint.receivedBy(ADA)).hasSize(1);
    assertThat(offprint.receivedBy(KIRI)).isEmpty();
    assertThat(done("run", "--due").out()).startsWith("Nothing is due");

    // An hour of the evening may be found past only when the next day has begun.
    offprint.clock.set(Instant.parse("2026-03-03T00:05:00Z"));
    done("run", "--due");
    assertThat(offprint.receivedBy(KIRI)).hasSize(1);
    assertThat(done("deliveries", "explain", KIRI, "--date", "2026-03-02").out())
        .contains("was sent");
    assertThat(offprint.receivedBy(ADA)).hasSize(1);
    assertThat(offprint.run("run", "--due", "--date", "2026-03-03").exit()).isEqualTo(2);
  }

  @Test
  void aDayIsRunForThoseAloneWhereItHasBegun() {
    assertThat(done("run", "--date", "2026-03-03").err())
        .contains("Tue 2026-03-03 is still to come for 1 reader, for whom nothing is planned.");
    assertThat(offprint.receivedBy(KIRI)).hasSize(1);
    assertThat(offprint.receivedBy(ADA)).isEmpty();

    assertThat(offprint.run("run", "--date", "2026-03-03", "--subscriber", ADA).exit())
        .isEqualTo(1);
    offprint.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    done("run", "--date", "2026-03-03");
    assertThat(offprint.receivedBy(ADA)).hasSize(1);
    assertThat(offprint.receivedBy(KIRI)).hasSize(1);
  }
}
