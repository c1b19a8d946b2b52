package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Installation.Printed;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --date} of a day that has begun for some readers, or for none. */
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
