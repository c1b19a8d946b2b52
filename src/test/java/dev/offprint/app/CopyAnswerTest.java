package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.db.CopyReport;
import dev.offprint.db.DatabaseAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator is told of a copy. */
class CopyAnswerTest {
  private static final Path DATA = Path.of("/data");
  private static final DatabaseAddress FROM = DatabaseAddress.of("/data");
  private static final DatabaseAddress TO =
      DatabaseAddress.of("postgresql://localhost/offprint?user=offprint");

  @Test
  void aDifferenceIsToldAndIsAFailure() {
    CommandResult told =
        new CopyAnswer(FROM, TO, FROM, DATA)
            .of(
                new CopyReport(
                    List.of(
                        new CopyReport.Table("papers", 2, 2, "a", "a", 0),
                        new CopyReport.Table("signals", 2_000, 1_999, "a", "b", 0),
                        new CopyReport.Table("subscribers", 5, 5, "a", "b", 0))));

    assertThat(told.failed()).isTrue();
    assertThat(told.text())
        .startsWith("The copy in jdbc:postgresql://localhost/offprint is not equal to " + DATA)
        .contains("  signals: 2,000 rows, and 1,999 in the copy\n")
        .contains("  subscribers: 5 rows, and 5 in the copy, of which some differ\n")
        .contains("run the same command again", "until then nothing works with the copy")
        .doesNotContain("papers", "Left to do");
  }

  @Test
  void whatWasReplacedIsTold() {
    String told =
        new CopyAnswer(FROM, TO, FROM, DATA)
            .of(new CopyReport(List.of(new CopyReport.Table("papers", 2, 2, "a", "a", 1))))
            .text()
            .replaceAll("\\s+", " ");

    assertThat(told)
        .contains("a character that PostgreSQL cannot hold (NUL, or half of a surrogate pair)")
        .contains("Rows in which that was so: papers 1.");
  }

  @Test
  void whatTheConfigurationSaysSoFarIsTakenOut() {
    DatabaseAddress before = TO.withLogin("offprint", "secret");
    DatabaseAddress after = DatabaseAddress.of("jdbc:postgresql://elsewhere/offprint");
    CopyReport report = new CopyReport(List.of(new CopyReport.Table("papers", 1, 1, "a", "a", 0)));

    assertThat(
            new CopyAnswer(before, after, before, DATA).of(report).text().replaceAll("\\s+", " "))
        .contains("set database.url to \"jdbc:postgresql://elsewhere/offprint\", and take")
        .contains("Keep the data folder /data")
        .doesNotContain("secret", "offprint.mv.db");
    assertThat(new CopyAnswer(FROM, after, after, DATA).of(report).text())
        .contains("The configuration names the new database already.");
    assertThat(new CopyAnswer(before, FROM, FROM, DATA).of(report).text())
        .contains("The configuration names the new database already.", "/data: it belongs to the")
        .doesNotContain("--data");
    assertThat(new CopyAnswer(FROM, DatabaseAddress.of("/other"), FROM, DATA).of(report).text())
        .contains("The configuration stays as it is.", "name /other with --data")
        .doesNotContain("Copy ");
  }
}
