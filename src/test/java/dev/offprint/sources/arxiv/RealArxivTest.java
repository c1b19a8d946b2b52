package dev.offprint.sources.arxiv;

import static dev.offprint.fetch.ScriptedWebServer.answer;
import static dev.offprint.sources.arxiv.ArxivPagesMade.asked;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.gzip;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.offprint.config.SourcesConfiguration;
import dev.offprint.fetch.Fetchers;
import dev.offprint.fetch.PaceFile;
import dev.offprint.fetch.RequestPacing;
import dev.offprint.fetch.ScriptedWebServer;
import dev.offprint.sources.HarvestOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole source on public answers of arXiv, replayed over HTTP. */
@Tag("real")
@Timeout(300)
class RealArxivTest {
  private static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));
  private static final Map<String, String> PAGES =
      Map.of("1122234|1001", "002", "1122234|2001", "003", "1122234|3001", "103");

  @TempDir private Path data;

  private ArxivSource source(ScriptedWebServer server, String now, String... categories) {
    Instant instant = Instant.parse(now);
    return new ArxivSource(
        new SourcesConfiguration.Arxiv(true, server.address(), List.of(categories)),
        Fetchers.fetcher(() -> instant),
        new RequestPacing(
            java.time.Duration.ZERO,
            new PaceFile(data.resolve("arxiv.pace")),
            () -> instant,
            until -> {}),
        () -> instant);
  }

  private static byte[] file(String name) throws IOException {
    return Files.readAllBytes(DATA.resolve("arxiv-atom").resolve(name));
  }

  @Test
  void theDailyFeed() throws IOException {
    byte[] feed = file("rss.arxiv.org_atom_cs.AI_2025-08-20.trimmed7.xml");
    try (ScriptedWebServer server =
        new ScriptedWebServer(exchange -> answer(exchange, 200, feed))) {
      LocalDate day = LocalDate.of(2025, 8, 20);

      assertThat(papers(source(server, "2025-08-20T12:00:00Z", "cs.AI").harvest(day)))
          .hasSize(7)
          .filteredOn(paper -> paper.dates().announced().equals(day))
          .hasSizeGreaterThanOrEqualTo(2);
      assertThat(broken(source(server, "2025-08-21T12:00:00Z", "cs.AI").harvest(day.plusDays(1))))
          .isEqualTo(
              "stale: the feed is that of 2025-08-20, and arXiv announced the papers of"
                  + " 2025-08-21");
    }
  }

  @Test
  void theAnswerOfTheApiToAnotherQuestionIsNotTakenForThisDay() throws IOException {
    byte[] page = file("query_BIPV_2026-07-29.newformat.xml");
    try (ScriptedWebServer server =
        new ScriptedWebServer(exchange -> answer(exchange, 200, page))) {
      assertThat(
              broken(
                  source(server, "2026-07-29T12:00:00Z", "cs.AI")
                      .harvest(LocalDate.of(2026, 7, 28))))
          .isEqualTo("cut short: it promises 9 papers and gave 3");
    }
  }

  @Test
  void thePagesOverOai() throws IOException {
    // Four pages of 103 are there, one after another.
    try (ScriptedWebServer server =
        new ScriptedWebServer(exchange -> replay(exchange, page -> page))) {
      assertThat(
              broken(
                  source(server, "2007-07-02T12:00:00Z", "cs").harvest(LocalDate.of(2007, 5, 24))))
          .isEqualTo("cut short: it promises 102,538 records and gave 3,538");
      assertThat(server.asked()).hasSize(4);
    }
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> replay(exchange, page -> page.replace("102538", "3538")))) {
      LocalDate day = LocalDate.of(2007, 5, 24);
      HarvestOutcome.Harvested harvest =
          harvested(source(server, "2007-07-02T12:00:00Z", "cs").harvest(day));

      assertThat(harvest.setAside()).isEmpty();
      assertThat(papers(harvest))
          .hasSizeBetween(100, 3_537)
          .allSatisfy(
              paper ->
                  assertThat(paper.dates().announced())
                      .isBetween(day.minusDays(ArxivRecords.RECENT), day));
    }
  }

  private static void replay(HttpExchange exchange, UnaryOperator<String> edit) throws IOException {
    String token = asked(exchange).getOrDefault("resumptionToken", "");
    String name = PAGES.getOrDefault(token, "001");
    try (InputStream input =
        new GZIPInputStream(Files.newInputStream(DATA.resolve("arxiv-oai/" + name + ".xml.gz")))) {
      String page = edit.apply(new String(input.readAllBytes(), UTF_8));
      answer(exchange, 200, gzip(page), "Content-Encoding", "gzip");
    }
  }
}
