package dev.offprint.sources;

import static dev.offprint.fetch.Fetchers.PATIENT;
import static dev.offprint.fetch.ScriptedWebServer.answer;
import static dev.offprint.sources.files.PaperFiles.CLOCK;
import static dev.offprint.sources.files.PaperFiles.HUGGING_FACE;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.gzip;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static dev.offprint.sources.files.PaperFiles.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.offprint.fetch.FetchLimits;
import dev.offprint.fetch.Fetchers;
import dev.offprint.fetch.HttpFetcher;
import dev.offprint.fetch.ScriptedWebServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the source makes of everything that a web server can answer, or not. */
@Timeout(30)
class HuggingFaceSourceTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 27);
  private static final String LIST = "[" + HUGGING_FACE + "]";
  private static final FetchLimits LIMITS = new FetchLimits(PATIENT, PATIENT, PATIENT, 100_000);

  @Test
  void thePapersOfTheDayAreAskedForAndRead() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, LIST)) {
      assertThat(papers(source(server.address()).harvest(DAY)))
          .singleElement()
          .satisfies(paper -> assertThat(paper.dates().announced()).isEqualTo(DAY));
      assertThat(server.asked())
          .singleElement()
          .satisfies(
              asked ->
                  assertThat(asked.address()).hasToString("/api/daily_papers?date=2024-05-27"));
    }
  }

  /** A list of so many papers, whose numbers begin at the given one. */
  private static String list(int first, int count) {
    return java.util.stream.IntStream.range(first, first + count)
        .mapToObj(number -> HUGGING_FACE.replace("2405.15738", "2405.%05d".formatted(number)))
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  private static HarvestOutcome.Harvested day(com.sun.net.httpserver.HttpHandler answers)
      throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(answers)) {
      return (HarvestOutcome.Harvested) source(server.address()).harvest(DAY);
    }
  }

  private static int page(com.sun.net.httpserver.HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query.contains("&p=") ? Integer.parseInt(query.replaceFirst(".*&p=", "")) : 0;
  }

  @Test
  void afterAFullPageTheNextOneIsAskedFor() throws IOException {
    HarvestOutcome.Harvested whole =
        day(
            exchange ->
                answer(exchange, 200, list(50 * page(exchange), page(exchange) < 2 ? 50 : 7)));
    assertThat(whole.sightings()).hasSize(107);
    assertThat(whole.shortfall()).isNull();

    HarvestOutcome.Harvested exactly =
        day(exchange -> answer(exchange, 200, page(exchange) == 0 ? list(0, 50) : "[]"));
    assertThat(exactly.sightings()).hasSize(50);
    assertThat(exactly.shortfall()).isNull();
  }

  @Test
  void aFullPageThatCannotBeFollowedIsToldOf() throws IOException {
    HarvestOutcome.Harvested repeated = day(exchange -> answer(exchange, 200, list(0, 50)));
    assertThat(repeated.sightings()).hasSize(50);
    assertThat(repeated.shortfall())
        .isEqualTo(
            "it lists exactly 50 papers, and there may be more: page 2 repeats the one before");

    HarvestOutcome.Harvested failed =
        day(exchange -> answer(exchange, page(exchange) == 0 ? 200 : 404, list(0, 50)));
    assertThat(failed.sightings()).hasSize(50);
    assertThat(failed.shortfall()).contains("there may be more: 127.0.0.1 answered 404");
  }

  @Test
  void theUserAgentNamesTheContactOnOneLine() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, LIST)) {
      String contact = "Päpers\r\nX-Injected: yes <papers@lab.example>";
      new HuggingFaceSource(server.address(), Fetchers.fetcher(contact, LIMITS, CLOCK), CLOCK)
          .harvest(DAY);
      assertThat(server.asked().getFirst().headers().getFirst("User-Agent"))
          .matches("Offprint/\\S+ \\(.*papers@lab\\.example\\)");
      assertThat(server.asked().getFirst().headers().containsKey("X-Injected")).isFalse();
    }
  }

  @Test
  void anUnchangedListIsNotFetchedAgain() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> {
              boolean known =
                  "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
              answer(exchange, known ? 304 : 200, known ? "" : LIST, "ETag", "\"v1\"");
            })) {
      HuggingFaceSource source = source(server.address());
      harvested(source.harvest(DAY));
      // Until it is stored, all of it is wanted again.
      harvested(source.harvest(DAY));
      source.kept();
      assertThat(source.harvest(DAY))
          .isEqualTo(new HarvestOutcome.NothingNew("nothing changed since it was last asked"));
      harvested(source.harvest(DAY.plusDays(1)));
    }
  }

  @Test
  void aListThatCouldNotBeReadIsFetchedAgain() throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.answering(200, "[{\"paper\":", "ETag", "\"v1\"")) {
      HuggingFaceSource source = source(server.address());
      broken(source.harvest(DAY));
      broken(source.harvest(DAY));
      assertThat(server.asked().getLast().headers().containsKey("If-None-Match")).isFalse();
    }
  }

  @Test
  void anEntityTagThatIsNoneIsNotSentBack() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, LIST, "ETag", "v1 unquoted")) {
      HuggingFaceSource source = source(server.address());
      harvested(source.harvest(DAY));
      harvested(source.harvest(DAY));
      assertThat(server.asked().getLast().headers().containsKey("If-None-Match")).isFalse();
    }
  }

  @Test
  void notModifiedIsBelievedOnlyIfAskedFor() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(304, "")) {
      assertThat(broken(source(server.address()).harvest(DAY)))
          .isEqualTo("127.0.0.1 answered 304 without saying where to go");
    }
  }

  @Test
  void aPackedAnswerIsRead() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> answer(exchange, 200, gzip(LIST), "Content-Encoding", "gzip"))) {
      assertThat(papers(source(server.address()).harvest(DAY))).hasSize(1);
    }
  }

  @Test
  void anAnswerThatUnpacksToTooMuchIsLeftUnread() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange ->
                answer(exchange, 200, gzip(" ".repeat(200_000)), "Content-Encoding", "gzip"))) {
      assertThat(broken(source(server.address()).harvest(DAY)))
          .isEqualTo("the answer of 127.0.0.1: it is larger than 100000 bytes, unpacked");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "429 | Retry-After | 120                           | it asks to be left alone for 120 s",
        "429 | Retry-After | Tue, 28 May 2024 09:31:00 GMT | it asks to be left alone for 60 s",
        "429 | Retry-After | Tue, 28 May 2024 09:00:00 GMT | it asks to be left alone for 0 s",
        "429 | Retry-After | soon                          | it asks to be left alone for a while",
        "429 | RateLimit   | \"api\";r=0;t=237             | it asks to be left alone for 237 s",
        "429 | RateLimit   | limit=500, reset=12           | it asks to be left alone for 12 s",
        "429 | X-Nothing   | 1                             | it asks to be left alone for a while",
        "503 | Retry-After | 5                             | it asks to be left alone for 5 s"
      })
  void aServerThatHasEnoughIsAskedAgainLater(int status, String name, String value, String advice)
      throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(status, "slow down", name, value)) {
      assertThat(unreachable(source(server.address()).harvest(DAY)))
          .isEqualTo("127.0.0.1 answered " + status + ": " + advice);
    }
  }

  @Test
  void aServerInTroubleIsAskedAgainLater() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(500, "[]")) {
      assertThat(unreachable(source(server.address()).harvest(DAY)))
          .isEqualTo("127.0.0.1 answered 500");
    }
  }

  @Test
  void anAddressThatIsNotThereIsBroken() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(404, "[]")) {
      assertThat(broken(source(server.address()).harvest(DAY)))
          .isEqualTo("127.0.0.1 answered 404 to /api/daily_papers");
    }
  }

  @Test
  void aWebPageIsNoList() throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.answering(200, "\n<!doctype html><title>Sign in</title>")) {
      assertThat(broken(source(server.address()).harvest(DAY)))
          .isEqualTo("a web page came instead of JSON from 127.0.0.1");
    }
  }

  @Test
  void aListThatIsCutIsBrokenAndNothingIsTaken() throws IOException {
    String two = "[" + HUGGING_FACE + "," + HUGGING_FACE;
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, two)) {
      assertThat(broken(source(server.address()).harvest(DAY)))
          .startsWith("it is not JSON from line ")
          .contains("on: it ends too early; a ] is missing");
    }
  }

  @Test
  void anErrorInJsonIsNoQuietDay() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, "{\"error\": \"no\"}")) {
      assertThat(broken(source(server.address()).harvest(DAY))).isEqualTo("it is not a JSON array");
    }
  }

  @Test
  void anEmptyListIsAQuietDay() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, "[]")) {
      assertThat(source(server.address()).harvest(DAY))
          .isEqualTo(new HarvestOutcome.NothingNew("it lists no papers for 2024-05-27 yet"));
    }
  }

  @Test
  void aRedirectWithinTheHostIsFollowed() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> {
              boolean moved = exchange.getRequestURI().getPath().equals("/moved");
              answer(exchange, moved ? 200 : 302, moved ? LIST : "", "Location", "/moved?x=1");
            })) {
      assertThat(papers(source(server.address()).harvest(DAY))).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "http://other.invalid/x | 127.0.0.1 redirects to other.invalid; if that is right, put"
            + " the new address into the configuration",
        "file:///etc/passwd     | 127.0.0.1 redirects to something that is no address",
        "mailto:a@lab.example   | 127.0.0.1 redirects to something that is no address",
        "http://a b             | 127.0.0.1 redirects to something that is no address",
        "/again                 | 127.0.0.1 redirects in a circle",
        "none                   | 127.0.0.1 answered 301 without saying where to go"
      })
  void anyOtherRedirectIsRefusedWithAdvice(String location, String why) throws IOException {
    String[] headers = location == null ? new String[0] : new String[] {"Location", location};
    try (ScriptedWebServer server = ScriptedWebServer.answering(301, "", headers)) {
      assertThat(broken(source(server.address()).harvest(DAY))).isEqualTo(why);
      assertThat(server.asked()).hasSizeLessThan(6);
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsHungUpOn() throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(exchange -> writeWithoutEnd(exchange))) {
      assertThat(broken(source(server.address()).harvest(DAY)))
          .isEqualTo(
              "the answer of 127.0.0.1:"
                  + server.address().getPort()
                  + ": it is larger than 100000 bytes, unpacked");
    }
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() throws IOException {
    FetchLimits impatient =
        new FetchLimits(PATIENT, PATIENT, Duration.ofMillis(300), Long.MAX_VALUE);
    try (ScriptedWebServer server = new ScriptedWebServer(exchange -> hangAfter(exchange, "["))) {
      HttpFetcher fetcher = Fetchers.fetcher("papers@lab.example", impatient, CLOCK);
      assertThat(unreachable(new HuggingFaceSource(server.address(), fetcher, CLOCK).harvest(DAY)))
          .isEqualTo("127.0.0.1 did not answer in full within 0.3 s");
    }
  }

  @Test
  void aConnectionThatBreaksOffIsTriedAgainLater() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> {
              exchange.sendResponseHeaders(200, 1_000);
              exchange.getResponseBody().write('[');
            })) {
      assertThat(unreachable(source(server.address()).harvest(DAY)))
          .isEqualTo("the connection to 127.0.0.1:" + server.address().getPort() + " broke off");
    }
  }

  @Test
  void nobodyThereIsTriedAgainLater() throws IOException {
    URI gone;
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, LIST)) {
      gone = server.address();
    }
    assertThat(unreachable(source(gone).harvest(DAY)))
        .isEqualTo("127.0.0.1:" + gone.getPort() + " does not take connections");
    assertThat(unreachable(source(URI.create("http://nowhere.invalid")).harvest(DAY)))
        .isEqualTo("there is no host nowhere.invalid");
  }

  private static void writeWithoutEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    byte[] blanks = " ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      body.write(blanks);
    }
  }

  private static void hangAfter(HttpExchange exchange, String start) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(start.getBytes(StandardCharsets.US_ASCII));
    exchange.getResponseBody().flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HuggingFaceSource source(URI address) {
    HttpFetcher fetcher = Fetchers.fetcher("Papers <papers@lab.example>", LIMITS, CLOCK);
    return new HuggingFaceSource(address, fetcher, CLOCK);
  }
}
