package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.Features.Sending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with the model of the distribution. */
class MeaningFollowsTest {
  private static final String PAPERS =
      """
      {"id":"2405.00001","title":"Why felines purr","abstract":"Cats vibrate their larynx."}
      {"id":"2405.00002","title":"Galaxies in the early universe","abstract":"Telescopes see stars."}
      {"id":"2405.00003","title":"Sourdough fermentation","abstract":"Yeast raises bread."}
      """;
  private static final String DAY = "2024-05-20";

  @TempDir private Path folder;

  private Installation installation() {
    return new Installation(folder.resolve("data"), Instant.parse("2024-05-27T12:00:00Z"))
        .with("OFFPRINT_MATCHING__SEMANTIC", "true");
  }

  @Test
  void afterAnImportEditionsOfThatDayGoByMeaning() throws IOException {
    Path papers = Files.writeString(folder.resolve("papers.jsonl"), PAPERS);
    try (Installation offprint = installation()) {
      assertThat(offprint.run("papers", "import", papers.toString(), "--date", DAY).err())
          .isEmpty();
      offprint.run(
          "subscribers", "add", "ada@example.org", "--interest", "sounds made by domestic cats");
      Installation.Printed run = offprint.run("--json", "run", "--date", DAY, "--dry-run");
      assertThat(run.out()).contains("close in meaning");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void besideADaemonAnImportLeavesItToThatAndARunDoesNotWait() throws IOException {
    Path papers = Files.writeString(folder.resolve("papers.jsonl"), PAPERS);
    try (Installation offprint = installation();
        Wiring other = offprint.wiring();
        Sending sending = other.takeSending().orElseThrow()) {
      assertThat(sending.dispatcher()).isNotNull();
      assertThat(offprint.run("papers", "import", papers.toString(), "--date", DAY).err())
          .contains("The daemon works out what new papers mean");
      offprint.run("subscribers", "add", "ada@example.org", "--interest", "felines that purr");
      Installation.Printed run = offprint.run("run", "--date", DAY, "--dry-run");
      assertThat(run.err()).contains("3 of 3 papers were compared by their words alone");
      assertThat(run.out()).contains("Why felines purr");
    }
  }
}
