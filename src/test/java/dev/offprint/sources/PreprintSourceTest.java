package dev.offprint.sources;

import static dev.offprint.fetch.ScriptedWebServer.answer;
import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.offprint.fetch.Fetchers;
import dev.offprint.fetch.ScriptedWebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day of bioRxiv in pages of 100, from a server that may lose some of it. */
@Timeout(30)
class PreprintSourceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
  private static final int PAGE = 100;

  /** Serves so many papers, as {@code /details/SERVER/FROM/TO/CURSOR/json}. */
  private static HttpHandler papers(int total) {
    return exchange -> {
      int cursor = cursor(exchange);
      answer(exchange, 200, page(cursor, Math.min(PAGE, total - cursor), total));
    };
  }

  private static int cursor(HttpExchange exchange) {
    Path path = Path.of(exchange.getRequestURI().getPath());
    return Integer.parseInt(path.getName(4).toString());
  }

  private static String page(int cursor, int count, int total) {
    return IntStream.range(cursor, cursor + count)
        .mapToObj(
            number ->
                """
                {"doi":"10.1101/2026.03.01.%06d","title":"Bee %1$d","date":"2026-03-03","version":"1",
                 "authors":"Lind, A.","category":"zoology","abstract":"It flies.","server":"bioRxiv"}
                """
                    .formatted(number))
        .collect(
            Collectors.joining(
                ",",
                "{\"messages\":[{\"status\":\"ok\",\"cursor\":%d,\"count\":%d,\"total\":\"%d\"}],\"collection\":["
                    .formatted(cursor, count, total),
                "]}"));
  }

  private static PreprintSource source(URI address) {
    return PreprintSource.biorxiv(address, Fetchers.fetcher(() -> NOW), () -> NOW);
  }

  private static HarvestOutcome harvest(HttpHandler handler) throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(handler)) {
      return source(server.address()).harvest(DAY);
    }
  }

  @Test
  void allPagesOfADayAreOneHarvest() throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(papers(250))) {
      HarvestOutcome.Harvested harvest = harvested(source(server.address()).harvest(DAY));

      assertThat(harvest.sightings())
          .hasSize(250)
          .allSatisfy(sighting -> assertThat(sighting.source()).isEqualTo("biorxiv"))
          .extracting(sighting -> sighting.paper().id())
          .doesNotHaveDuplicates();
      assertThat(harvest.setAside()).isEmpty();
      assertThat(server.asked())
          .extracting(asked -> asked.address().getPath())
          .containsExactly(
              "/details/biorxiv/2026-03-03/2026-03-03/0/json",
              "/details/biorxiv/2026-03-03/2026-03-03/100/json",
              "/details/biorxiv/2026-03-03/2026-03-03/200/json");
    }
  }

  @Test
  void theLastPageMayBeFull() throws IOException {
    assertThat(harvested(harvest(papers(200))).sightings()).hasSize(200);
  }

  @Test
  void medrxivIsAskedForItsOwn() throws IOException {
    String unnamed = page(0, 1, 1).replace(",\"server\":\"bioRxiv\"", "");
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, unnamed)) {
      PreprintSource source =
          PreprintSource.medrxiv(server.address(), Fetchers.fetcher(() -> NOW), () -> NOW);

      assertThat(source.name()).isEqualTo("medrxiv");
      assertThat(harvested(source.harvest(DAY)).sightings().getFirst().source())
          .isEqualTo("medrxiv");
      assertThat(server.asked().getFirst().address().getPath()).startsWith("/details/medrxiv/");
    }
  }

  @Test
  void aRecordWithoutTitleIsSetAsideAndCountsAsGiven() throws IOException {
    HarvestOutcome.Harvested harvest =
        harvested(
            harvest(
                exchange -> {
                  boolean first = exchange.getRequestURI().getPath().endsWith("/0/json");
                  String page = first ? page(0, 100, 102) : page(100, 2, 102);
                  answer(exchange, 200, page.replace("Bee 101\"", "\""));
                }));

    assertThat(harvest.sightings()).hasSize(101);
    assertThat(harvest.setAside()).containsExactly("page 2, preprint 2: it has no title");
  }

  @Test
  void aDayThatIsCutShortGivesNothing() throws IOException {
    assertThat(
            broken(
                harvest(
                    exchange -> {
                      boolean first = exchange.getRequestURI().getPath().endsWith("/0/json");
                      answer(exchange, 200, first ? page(0, 100, 130) : page(100, 0, 130));
                    })))
        .isEqualTo("it promises 130 papers and gave 100");
    assertThat(
            broken(
                harvest(
                    exchange -> {
                      boolean first = exchange.getRequestURI().getPath().endsWith("/0/json");
                      String none = "{\"messages\":[{\"status\":\"no posts found\"}]}";
                      answer(exchange, 200, first ? page(0, 100, 1_130) : none);
                    })))
        .isEqualTo("it promises 1,130 papers and gave 100");
    assertThat(
            broken(
                harvest(
                    exchange ->
                        answer(
                            exchange,
                            200,
                            page(0, 3, 3)
                                .replace("\"3\"", "\"7\"")
                                .replace("\"count\":3", "\"count\":7")))))
        .isEqualTo("it promises 7 papers and gave 3");
  }

  @Test
  void aPaperThatIsCountedAndNeverComesCostsNoneOfTheOthers() throws IOException {
    HarvestOutcome.Harvested harvest =
        (HarvestOutcome.Harvested)
            harvest(
                exchange -> {
                  boolean first = exchange.getRequestURI().getPath().endsWith("/0/json");
                  String none = "{\"messages\":[{\"status\":\"no posts found\"}]}";
                  answer(exchange, 200, first ? page(0, 100, 101) : none);
                });

    assertThat(harvest.sightings()).hasSize(100);
    assertThat(harvest.shortfall()).isEqualTo("it promises 101 papers and gave 100");
  }

  @Test
  void whatIsStillShortWhenTheDayIsPastIsAllThereIs() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> {
              boolean first = exchange.getRequestURI().getPath().endsWith("/0/json");
              answer(exchange, 200, first ? page(0, 100, 130) : page(100, 0, 130));
            })) {
      PreprintSource source =
          PreprintSource.biorxiv(server.address(), Fetchers.fetcher(() -> NOW), () -> NOW);
      HarvestOutcome.Harvested harvest =
          (HarvestOutcome.Harvested) source.harvest(DAY.minusDays(1));

      assertThat(harvest.sightings()).hasSize(100);
      assertThat(harvest.shortfall()).isEqualTo("it promises 130 papers and gave 100");
    }
  }

  @Test
  void anAnswerThatHidesHowMuchThereIsIsNotTrusted() throws IOException {
    assertThat(
            broken(
                harvest(
                    exchange ->
                        answer(exchange, 200, page(0, 3, 3).replace(",\"total\":\"3\"", "")))))
        .isEqualTo("it does not say how many papers there are, so some may be missing");
  }

  @Test
  void aServerThatFailsInTheMiddleIsAskedAgainLater() throws IOException {
    assertThat(
            unreachable(
                harvest(
                    exchange -> {
                      boolean first = exchange.getRequestURI().getPath().endsWith("/0/json");
                      answer(exchange, first ? 200 : 502, first ? page(0, 100, 130) : "");
                    })))
        .isEqualTo("127.0.0.1 answered 502");
  }

  @Test
  void pagesThatGoInACircleAreNotFollowed() throws IOException {
    assertThat(broken(harvest(exchange -> answer(exchange, 200, page(0, 100, 130)))))
        .isEqualTo("its pages lead from 100 back to 100");
    assertThat(
            broken(
                harvest(
                    exchange -> {
                      answer(exchange, 200, page(cursor(exchange), 1, 999_999));
                    })))
        .isEqualTo("it has more than 200 pages for one day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}",
        "{\"messages\":[{\"status\":\"No posts found for 2026-03-03\"}]}",
        "{\"messages\":[{\"status\":\"ok\",\"cursor\":0,\"count\":0,\"total\":\"0\"}],\"collection\":[]}"
      })
  void aDayWithoutPostsIsQuiet(String page) throws IOException {
    assertThat(harvest(exchange -> answer(exchange, 200, page)))
        .isEqualTo(new HarvestOutcome.NothingNew("it lists no papers for 2026-03-03"));
  }

  @Test
  void whatIsNoAnswerOfTheApiIsBroken() throws IOException {
    assertThat(broken(harvest(exchange -> answer(exchange, 200, "<html>Maintenance</html>"))))
        .isEqualTo("a web page came instead of JSON from 127.0.0.1");
    assertThat(broken(harvest(exchange -> answer(exchange, 200, page(0, 9, 9).substring(0, 500)))))
        .startsWith("it is not JSON: ");
    assertThat(broken(harvest(exchange -> answer(exchange, 404, ""))))
        .isEqualTo("127.0.0.1 answered 404 to /details/biorxiv/2026-03-03/2026-03-03/0/json");
  }

  @Test
  void aDayOfOnePageIsGivenAgainUntilItIsStored() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> {
              boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
              answer(exchange, known ? 304 : 200, known ? "" : page(0, 9, 9), "ETag", "\"a\"");
            })) {
      PreprintSource source = source(server.address());

      assertThat(source.harvest(DAY)).isInstanceOf(HarvestOutcome.Harvested.class);
      source.forget();
      source.kept();
      assertThat(source.harvest(DAY)).isInstanceOf(HarvestOutcome.Harvested.class);
      source.kept();
      assertThat(source.harvest(DAY)).isInstanceOf(HarvestOutcome.NothingNew.class);
      assertThat(source.harvest(DAY.minusDays(1))).isInstanceOf(HarvestOutcome.Harvested.class);
    }
  }

  @Test
  void aDayOfSeveralPagesIsAlwaysReadInFull() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> {
              assertThat(exchange.getRequestHeaders()).doesNotContainKey("If-None-Match");
              exchange.getResponseHeaders().add("ETag", "\"a\"");
              papers(150).handle(exchange);
            })) {
      PreprintSource source = source(server.address());
      for (int time = 0; time < 2; time++) {
        assertThat(harvested(source.harvest(DAY)).sightings()).hasSize(150);
        source.kept();
      }
    }
  }

  @Test
  void theDaysSinceTheLastAnswerAreCaughtUpOldestFirst() {
    assertThat(days(LocalDate.of(2026, 3, 1)))
        .containsExactly(
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 3),
            LocalDate.of(2026, 3, 4));
    List<LocalDate> yesterdayAndToday = List.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4));
    assertThat(days(null)).isEqualTo(yesterdayAndToday);
    assertThat(days(LocalDate.of(2026, 3, 4))).isEqualTo(yesterdayAndToday);
    assertThat(days(LocalDate.of(2027, 1, 1))).isEqualTo(yesterdayAndToday);
    assertThat(days(LocalDate.of(2024, 1, 1)))
        .hasSize(30)
        .startsWith(LocalDate.of(2026, 2, 3))
        .endsWith(LocalDate.of(2026, 3, 4));
  }

  private static List<LocalDate> days(@Nullable LocalDate answered) {
    return source(URI.create("http://127.0.0.1:1")).days(answered, NOW);
  }
}
