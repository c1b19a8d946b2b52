package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Installation.Printed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that its reader has lost goes out once more. */
class ResentEditionTest {
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final String ADA = "ada@example.org";

  @TempDir private Path folder;
  private Installation offprint;

  @BeforeEach
  void open() {
    offprint = new Installation(folder, Instant.parse("2026-03-02T12:00:00Z"));
    run("papers", "import", PAPERS, "--date", "today");
    run("subscribers", "add", ADA, "--at", "07:00", "--zone", "UTC");
  }

  @AfterEach
  void close() {
    offprint.close();
  }

  private String run(String... arguments) {
    return offprint.run(arguments).done().out();
  }

  private String refused(String... arguments) {
    Printed printed = offprint.run(arguments);
    assertThat(printed.exit()).as(printed.out()).isEqualTo(1);
    return printed.err();
  }

  @Test
  void itHasTheSamePapersAndAMessageIdOfItsOwn() throws Exception {
    run("run");
    assertThat(run("deliveries", "resend", ADA))
        .contains("The edition of Mon 2026-03-02 will be sent again.");
    assertThat(run("deliveries", "explain", ADA)).contains("It has not been tried yet");
    assertThat(refused("deliveries", "resend", ADA)).contains("it is still going out");
    run("run");

    assertThat(offprint.receivedBy(ADA))
        .hasSize(2)
        .extracting(mail -> mail.subject())
        .allMatch(offprint.receivedBy(ADA).getFirst().subject()::equals);
    assertThat(offprint.received()).extracting(mail -> mail.getMessageID()).doesNotHaveDuplicates();
    assertThat(run("deliveries", "list")).containsOnlyOnce("2026-03-02");
    // What it brought counts as sent, as before.
    offprint.clock.set(Instant.parse("2026-03-03T12:00:00Z"));
    run("run", "--subscriber", ADA);
    String[] papers =
        Arrays.stream(run("deliveries", "explain", ADA, "--date", "2026-03-02").split("\n"))
            .filter(line -> line.matches(" *\\d+\\. .*"))
            .toArray(String[]::new);
    assertThat(papers).isNotEmpty();
    assertThat(run("deliveries", "explain", ADA, "--date", "2026-03-03")).doesNotContain(papers[0]);
  }

  @Test
  void whoeverGetsNothingIsSentNothingAgain() {
    assertThat(refused("deliveries", "resend", ADA))
        .contains("the ledger has no edition for ada@example.org");
    run("run");
    assertThat(refused("deliveries", "resend", ADA, "--date", "yesterday"))
        .contains("the ledger has no edition of Sun 2026-03-01 for ada@example.org");
    run("subscribers", "remove", ADA);
    assertThat(refused("deliveries", "resend", ADA))
        .contains("ada@example.org is unsubscribed, and gets no editions");
    assertThat(refused("deliveries", "resend", "eve@example.org")).contains("eve@example.org");
    assertThat(offprint.receivedBy(ADA)).hasSize(1);
  }
}
