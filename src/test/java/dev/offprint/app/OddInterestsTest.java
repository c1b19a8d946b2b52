package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one subscriber wrote makes nobody else's edition late. */
class OddInterestsTest {
  private static final String PAPERS =
      """
      {"id":"2405.00001","title":"Routing of Experts","abstract":"Experts share the work.","published":"2024-05-26"}
      {"id":"2405.00002","title":"图神经网络 🚀","abstract":"Graphs in other scripts.","published":"2024-05-26","upvotes":3}
      """;
  private static final List<String> ODD =
      List.of(
          "*",
          "((((",
          "a* b* c*",
          "the of and",
          "-experts -cat:cs.LG",
          "图神经网络",
          "الشبكات العصبية",
          "🚀",
          "\u0007experts\u001b",
          "\"",
          "author: cat: title: OR NOT -",
          "(a OR b) ".repeat(55));

  @TempDir private Path folder;

  @Test
  void whoeverHasAllThatIsOddAmongTheirInterestsHarmsNobody() throws IOException {
    Path papers = Files.writeString(folder.resolve("2024-05-27.jsonl"), PAPERS);
    List<String> odd = new ArrayList<>(List.of("subscribers", "add", "odd@example.org"));
    ODD.forEach(line -> odd.add("--interest=" + line));
    try (Installation offprint =
        new Installation(folder.resolve("data"), Instant.parse("2024-05-27T12:00:00Z"))
            .with("OFFPRINT_MATCHING__SEMANTIC", "false")) {
      offprint.run("papers", "import", papers.toString());
      offprint.run("subscribers", "add", "ada@example.org", "--interest", "experts");
      assertThat(offprint.run(odd.toArray(String[]::new)).exit()).isZero();
      offprint.run("subscribers", "add", "zoe@example.org", "--trending");

      Installation.Printed run = offprint.run("run");

      assertThat(run.out()).contains("3 sent, 0 skipped, 0 waiting, 0 failed");
      assertThat(run.err()).doesNotContain("Exception");
      assertThat(run.exit()).isZero();
      assertThat(offprint.run("deliveries", "explain", "odd@example.org").out())
          .contains("图神经网络", "Routing of Experts");
    }
  }
}
