package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Installation.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new sender mails more readers each day, in the order in which they signed up. */
@Timeout(120)
class WarmUpTest {
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final String WAITS =
      "waits: at most 5 readers are mailed on this day (smtp.limits.daily), in the order in which"
          + " they signed up";

  @TempDir private Path folder;
  private Installation offprint;

  @BeforeEach
  void importTwentyReaders() throws IOException {
    offprint = new Installation(folder.resolve("data"), Instant.parse("2026-03-02T12:00:00Z"));
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY", "5");
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY_FROM", "2026-03-02");
    offprint.run("papers", "import", PAPERS, "--date", "2026-03-02").done();
    // The order of addresses is not that of signing up.
    String readers =
        IntStream.rangeClosed(1, 20)
            .mapToObj(number -> "r" + number + "@lab.example")
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("readers"), readers);
    offprint.run("subscribers", "import", file.toString(), "--consent", "on paper").done();
  }

  @AfterEach
  void close() {
    offprint.close();
  }

  @Test
  void theFirstAreMailedAndWhoWaitsIsToldWhy() {
    assertThat(offprint.run("run", "--dry-run").done().out())
        .contains(
            "r5@lab.example, Mon 2026-03-02: ", "\n15 wait" + WAITS.substring(5) + "\n\n5 places")
        .doesNotContain("r6@lab.example")
        .contains("\n5 places on Mon 2026-03-02: 5 editions with ")
        .contains("0 with nothing to say, 0 planned or skipped already; 15 wait.\n");
    Printed run = offprint.run("run").done();
    assertThat(run.err()).contains("Planned 5 editions; 15 readers get none.");
    assertThat(run.out())
        .contains("15 wait" + WAITS.substring(5) + "\n5 sent, 15 skipped, 0 waiting, 0 failed");
    for (int number = 1; number <= 20; number++) {
      assertThat(offprint.receivedBy("r" + number + "@lab.example"))
          .as("reader %d", number)
          .hasSize(number <= 5 ? 1 : 0);
    }
    assertThat(
            offprint.run("deliveries", "explain", "r6@lab.example").out().replaceAll("\\s+", " "))
        .contains("The edition of Mon 2026-03-02 was not sent: " + WAITS);
    assertThat(offprint.run("status").out().replaceAll("\\s+", " "))
        .contains(
            "Limit at most 5 readers today (smtp.limits.daily); 15 active readers wait, until Fri"
                + " 2026-03-06 at the latest");
    assertThat(offprint.run("--json", "status").out()).contains("\"all_from\" : \"2026-03-06\"");
  }

  @Test
  void onTheNextDayMoreAreMailedAndWhoWasMailedBeforeStillIs() {
    offprint.run("run").done();
    offprint.run("subscribers", "pause", "r2@lab.example").done();
    offprint.clock.tick(Duration.ofDays(1));
    // Seven may be; who is paused takes nobody's place.
    assertThat(offprint.run("run").done().out()).contains("7 sent, 12 skipped");
    for (int number = 1; number <= 20; number++) {
      assertThat(offprint.receivedBy("r" + number + "@lab.example"))
          .as("reader %d", number)
          .hasSize(number > 8 ? 0 : number > 5 || number == 2 ? 1 : 2);
    }
  }

  @Test
  void howeverManyWaitTheReportOfARunIsShort() throws IOException {
    String more =
        IntStream.rangeClosed(21, 80)
            .mapToObj(number -> "r" + number + "@lab.example")
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("more"), more);
    offprint.run("subscribers", "import", file.toString(), "--consent", "on paper").done();
    assertThat(offprint.run("run").done().out())
        .contains("75 wait: at most 5 readers", "5 sent, 75 skipped")
        .hasLineCount(2);
  }

  @Test
  void oneReaderAloneWaitsAsWellButIsShownAPreview() {
    assertThat(offprint.run("run", "--subscriber", "r6@lab.example").out())
        .contains("1 waits: at most 5 readers", "0 sent, 1 sk");
    assertThat(offprint.received()).isEmpty();
    Printed again = offprint.run("deliveries", "resend", "r6@lab.example");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("was not sent: " + WAITS);
    assertThat(offprint.run("preview", "r6@lab.example", "--text").done().out())
        .doesNotContain("waits:");
  }

  @Test
  void oneReaderIsMailedInSpiteOfTheLimitBeforeTheLedgerSaysThatTheyWait() {
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY", "0");
    offprint.run("run", "--subscriber", "r20@lab.example").done();
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY", "5");
    offprint.run("run").done();
    assertThat(offprint.receivedBy("r20@lab.example")).hasSize(1);
    assertThat(offprint.received()).hasSize(6);

    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY", "0");
    offprint.run("run", "--subscriber", "r19@lab.example").done();
    assertThat(offprint.receivedBy("r19@lab.example")).isEmpty();
  }

  @Test
  void whoWaitsIsToldTheirPlaceAndTheDayOnWhichTheirTurnComes() {
    offprint.run("run").done();
    assertThat(words("deliveries", "explain", "r20@lab.example"))
        .contains(
            "The subscriber is number 15 of those who wait (smtp.limits.daily); mailed from Fri"
                + " 2026-03-06 on. The next edition is due Fri 2026-03-06 07:00.");
    assertThat(words("subscribers", "show", "r20@lab.example"))
        .contains("Next due Fri 2026-03-06 07:00 ")
        .contains(
            "Waits number 15 of those who wait (smtp.limits.daily); mailed from Fri 2026-03-06 on");
    assertThat(words("--json", "deliveries", "explain", "r20@lab.example"))
        .contains("\"waits\" : { \"place\" : 15, \"mailed_from\" : \"2026-03-06\" }")
        .contains("\"next_due\" : \"2026-03-06T");
    assertThat(words("--json", "subscribers", "show", "r20@lab.example"))
        .contains("\"waits\" : { \"place\" : 15, \"mailed_from\" : \"2026-03-06\" }");
    // Whose day of the week is later than their turn waits for that.
    offprint.run("subscribers", "set", "r20@lab.example", "--days", "mon").done();
    assertThat(words("deliveries", "explain", "r20@lab.example"))
        .contains("mailed from Fri 2026-03-06 on. The next edition is due Mon 2026-03-09 07:00.");
    assertThat(words("deliveries", "explain", "r5@lab.example"))
        .doesNotContain("who wait")
        .contains("The next edition is due Tue 2026-03-03 07:00.");
    assertThat(words("--json", "deliveries", "explain", "r5@lab.example"))
        .contains("\"waits\" : null");
    assertThat(words("subscribers", "show", "r5@lab.example")).doesNotContain("Waits");
  }

  @Test
  void whoseTurnDoesNotComeIsPromisedNoEdition() {
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY_FROM", "");
    assertThat(words("deliveries", "explain", "r6@lab.example"))
        .contains("number 1 of those who wait (smtp.limits.daily); not mailed until it is raised.")
        .doesNotContain("The next edition is due");
    assertThat(words("subscribers", "show", "r6@lab.example"))
        .contains("not mailed until it is raised")
        .doesNotContain("Next due");
    assertThat(words("--json", "subscribers", "show", "r6@lab.example"))
        .contains("\"mailed_from\" : null")
        .doesNotContain("next_due");
    assertThat(words("--json", "deliveries", "explain", "r6@lab.example"))
        .contains("\"mailed_from\" : null")
        .doesNotContain("next_due");
  }

  private String words(String... command) {
    return offprint.run(command).done().out().replaceAll("\\s+", " ");
  }

  @Test
  void whoseEditionWasSentIsSentItAgainThoughTheyWouldWaitByNow() {
    offprint.run("run").done();
    offprint.with("OFFPRINT_SMTP__LIMITS__DAILY", "1");
    offprint.run("deliveries", "resend", "r5@lab.example").done();
    offprint.run("run").done();
    assertThat(offprint.receivedBy("r5@lab.example")).hasSize(2);
  }
}
