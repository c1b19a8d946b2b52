package dev.offprint.sources.arxiv;

import static dev.offprint.fetch.ScriptedWebServer.answer;
import static dev.offprint.sources.arxiv.ArxivPagesMade.asked;
import static dev.offprint.sources.arxiv.ArxivPagesMade.feed;
import static dev.offprint.sources.arxiv.ArxivPagesMade.record;
import static dev.offprint.sources.arxiv.ArxivPagesMade.records;
import static dev.offprint.sources.arxiv.ArxivPagesMade.search;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.gzip;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static dev.offprint.sources.files.PaperFiles.unreachable;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.offprint.config.SourcesConfiguration;
import dev.offprint.fetch.Fetchers;
import dev.offprint.fetch.PaceFile;
import dev.offprint.fetch.RequestPacing;
import dev.offprint.fetch.ScriptedWebServer;
import dev.offprint.papers.PaperId;
import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.HarvestOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** arXiv on an ordinary Wednesday in March 2026, from a server that may do anything. */
@Timeout(120)
class ArxivSourceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate LONG_AGO = LocalDate.of(2026, 2, 18);

  /** Submitted before Monday's deadline, and so announced with yesterday's date. */
  private static final String MONDAY = "2026-03-02T17:00:00Z";

  private static final String BUILT = "2026-03-04T05:00:11Z";

  @TempDir private Path data;
  private volatile Instant now = Instant.parse("2026-03-04T06:00:00Z");
  private final List<Instant> requests = new CopyOnWriteArrayList<>();

  private ArxivSource source(URI address, String... categories) {
    List<String> configured = categories.length == 0 ? List.of("cs.LG") : List.of(categories);
    RequestPacing pacing =
        new RequestPacing(
            Duration.ofSeconds(3),
            new PaceFile(data.resolve("arxiv.pace")),
            () -> now,
            instant -> now = instant.isAfter(now) ? instant : now);
    return new ArxivSource(
        new SourcesConfiguration.Arxiv(true, address, configured),
        Fetchers.fetcher(() -> now),
        pacing,
        () -> now);
  }

  private ScriptedWebServer server(HttpHandler handler) throws IOException {
    return new ScriptedWebServer(
        exchange -> {
          requests.add(now);
          handler.handle(exchange);
        });
  }

  private ScriptedWebServer answering(String page) throws IOException {
    return server(exchange -> answer(exchange, 200, page));
  }

  private HarvestOutcome harvest(String page, LocalDate day) throws IOException {
    try (ScriptedWebServer server = answering(page)) {
      return source(server.address()).harvest(day);
    }
  }

  private static List<String> paths(ScriptedWebServer server) {
    return server.asked().stream().map(asked -> asked.address().getPath()).toList();
  }

  private static Map<String, String> question(ScriptedWebServer server, int number) {
    return asked(server.asked().get(number).address().getRawQuery());
  }

  // Which days

  @ParameterizedTest
  @CsvSource(
      nullValues = "never",
      delimiter = '|',
      value = {
        "never      | 2026-03-04T06:00:00Z | 2026-03-04",
        "2026-03-04 | 2026-03-04T06:00:00Z | 2026-03-04",
        "2026-03-04 | 2026-03-05T03:00:00Z | 2026-03-04", // announced, and the feed to come
        "2026-03-04 | 2026-03-05T05:00:00Z | 2026-03-05",
        "2026-03-02 | 2026-03-04T06:00:00Z | 2026-03-03 2026-03-04",
        "2026-03-04 | 2026-03-08T12:00:00Z | 2026-03-05 2026-03-06", // on a Sunday
        "2026-03-06 | 2026-03-08T12:00:00Z | 2026-03-06",
        "2026-01-16 | 2026-01-21T12:00:00Z | 2026-01-19 2026-01-21" // around a holiday
      })
  void theAnnouncementsSinceTheLastAnswerAreAskedForOldestFirst(
      @Nullable LocalDate answered, Instant at, String days) {
    assertThat(source(URI.create("http://127.0.0.1")).days(answered, at))
        .containsExactlyElementsOf(Stream.of(days.split(" ")).map(LocalDate::parse).toList());
  }

  @Test
  void afterALongAbsenceNoMoreThanThirtyAnnouncementsAreAskedFor() {
    List<LocalDate> days = source(URI.create("http://127.0.0.1")).days(TODAY.minusYears(1), now);

    assertThat(days)
        .hasSize(30)
        .isSorted()
        .endsWith(YESTERDAY, TODAY)
        .startsWith(LocalDate.of(2026, 1, 22));
  }

  @Test
  void onADayWithoutAnnouncementNobodyIsAsked() throws IOException {
    try (ScriptedWebServer server = answering("")) {
      for (String day : List.of("2026-02-28", "2026-03-01", "2026-01-20")) {
        assertThat(source(server.address()).harvest(LocalDate.parse(day)))
            .isEqualTo(new HarvestOutcome.NothingNew("arXiv announces nothing on " + day));
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void beforeTheFeedIsBuiltNobodyIsAsked() throws IOException {
    try (ScriptedWebServer server = answering("")) {
      assertThat(source(server.address()).harvest(TODAY.plusDays(1)))
          .isEqualTo(
              new HarvestOutcome.NothingNew(
                  "arXiv lists the papers of 2026-03-05 from 05:00 UTC on 5 March"));
      assertThat(server.asked()).isEmpty();
    }
  }

  // Today's feed

  @Test
  void todaysPapersComeFromTheFeedOfAllCategories() throws IOException {
    try (ScriptedWebServer server = answering(FeedSamples.DAILY_ATOM)) {
      HarvestOutcome outcome = source(server.address(), "cs.AI", "stat").harvest(TODAY);

      assertThat(papers(outcome))
          .extracting(paper -> paper.id().value() + " " + paper.dates().announced())
          .containsExactly(
              "2603.00010 2026-03-04",
              "2603.00011 2026-03-04",
              "2501.00012 2025-01-01",
              "2603.00013 2026-03-01");
      assertThat(paths(server)).containsExactly("/atom/cs.AI+stat");
    }
  }

  @Test
  void aFeedThatDidNotChangeIsQuietOnceItsPapersAreStored() throws IOException {
    try (ScriptedWebServer server = conditional(BUILT)) {
      ArxivSource source = source(server.address());
      harvested(source.harvest(TODAY));
      source.forget();
      source.kept();
      harvested(source.harvest(TODAY));
      source.kept();
      assertThat(source.harvest(TODAY))
          .isEqualTo(new HarvestOutcome.NothingNew("nothing changed since it was last asked"));
      source.forget();
      harvested(source.harvest(TODAY));
    }
  }

  private ScriptedWebServer conditional(String built) throws IOException {
    return server(
        exchange -> {
          boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
          answer(exchange, known ? 304 : 200, known ? "" : feed(built, 3), "ETag", "\"a\"");
        });
  }

  @Test
  void theEntriesOfYesterdayAreStaleUnderADateOfToday() throws IOException {
    String yesterday = feed(BUILT, 3).replaceAll("<published>2026-03-04", "<published>2026-03-03");
    assertThat(yesterday).isNotEqualTo(feed(BUILT, 3));

    assertThat(broken(harvest(yesterday, TODAY)))
        .isEqualTo(
            "stale: the feed is that of 2026-03-03, and arXiv announced the papers of 2026-03-04");
    harvested(
        harvest(yesterday.replaceFirst("published>2026-03-03", "published>2026-03-04"), TODAY));
  }

  @Test
  void theFeedOfAnEarlierDayIsStale() throws IOException {
    assertThat(broken(harvest(feed("2026-03-03T05:00:11Z", 3), TODAY)))
        .isEqualTo(
            "stale: the feed is that of 2026-03-03, and arXiv announced the papers of"
                + " 2026-03-04");
  }

  @Test
  void aFeedThatIsStillThatOfYesterdayIsStaleEvenIfItSaysSoOnlyByNotChanging() throws IOException {
    now = Instant.parse("2026-03-03T12:00:00Z");
    try (ScriptedWebServer server = conditional("2026-03-03T05:00:11Z")) {
      ArxivSource source = source(server.address());
      harvested(source.harvest(YESTERDAY));
      source.kept();
      now = Instant.parse("2026-03-04T06:00:00Z");
      assertThat(broken(source.harvest(TODAY)))
          .startsWith("stale: the feed is still that of an earlier day");
    }
  }

  @Test
  void anHourAfterMidnightTheFeedMayStillBeLate() throws IOException {
    now = Instant.parse("2026-03-04T05:30:00Z");
    assertThat(unreachable(harvest(feed("2026-03-03T05:00:11Z", 3), TODAY))).startsWith("stale");
    assertThat(unreachable(harvest(feed(BUILT, 0), TODAY))).startsWith("the feed is empty");
    harvested(harvest(feed(BUILT, 3), TODAY));
  }

  @Test
  void anEmptyFeedOnADayThatAnnouncesIsNoQuietDay() throws IOException {
    assertThat(broken(harvest(feed(BUILT, 0), TODAY)))
        .isEqualTo("the feed is empty, and arXiv announced the papers of 2026-03-04");
  }

  @Test
  void aFeedWithoutADateMayBeAnyDays() throws IOException {
    assertThat(broken(harvest(feed("", 3), TODAY)))
        .isEqualTo("the feed does not say when it was built");
  }

  @Test
  void aFeedThatEndsAtItsLimitIsCompletedByTheApi() throws IOException {
    try (ScriptedWebServer server =
        server(
            exchange ->
                answer(
                    exchange,
                    200,
                    exchange.getRequestURI().getPath().startsWith("/atom")
                        ? feed(BUILT, 2_000)
                        : search(1_999, 2_004, 5, "2026-03-03T17:00:00Z")))) {
      assertThat(papers(source(server.address()).harvest(TODAY))).hasSize(2_004);
      assertThat(paths(server)).containsExactly("/atom/cs.LG", "/api/query");
    }
  }

  // The API

  @Test
  void aMissedAnnouncementComesFromTheApiByTheTimeOfSubmission() throws IOException {
    try (ScriptedWebServer server = answering(search(0, 2, 2, MONDAY))) {
      HarvestOutcome outcome = source(server.address(), "cs.LG", "math").harvest(YESTERDAY);

      assertThat(papers(outcome))
          .hasSize(2)
          .allSatisfy(paper -> assertThat(paper.dates().announced()).isEqualTo(YESTERDAY));
      assertThat(question(server, 0))
          .containsEntry(
              "search_query",
              "(cat:cs.LG OR cat:math OR cat:math.*) AND submittedDate:[202602271900 TO"
                  + " 202603021900]")
          .containsEntry("start", "0");
    }
  }

  @Test
  void thePagesOfAnAnnouncementAreOneHarvestAtThePaceThatArxivWants() throws IOException {
    try (ScriptedWebServer server =
        server(
            exchange -> {
              int start = Integer.parseInt(asked(exchange).get("start"));
              int to = Math.min(start + ArxivSearch.PAGE, 1_100);
              answer(exchange, 200, search(start, to, 1_100, MONDAY));
            })) {
      assertThat(papers(source(server.address()).harvest(YESTERDAY))).hasSize(1_100);
      assertThat(requests).hasSize(3);
      assertThat(Duration.between(requests.getFirst(), requests.getLast())).hasSeconds(6);
    }
  }

  @Test
  void aPageThatIsCutShortIsAskedForOnceMore() throws IOException {
    AtomicInteger number = new AtomicInteger();
    try (ScriptedWebServer server =
        server(
            exchange ->
                answer(
                    exchange, 200, search(0, number.getAndIncrement() == 0 ? 0 : 7, 7, MONDAY)))) {
      assertThat(papers(source(server.address()).harvest(YESTERDAY))).hasSize(7);
    }
  }

  @Test
  void aPageThatStaysCutShortIsBrokenAndNothingIsTaken() throws IOException {
    try (ScriptedWebServer server = answering(search(0, 5, 7, MONDAY))) {
      assertThat(broken(source(server.address()).harvest(YESTERDAY)))
          .isEqualTo("cut short: it promises 7 papers and gave 5");
      assertThat(server.asked()).hasSize(2);
    }
    assertThat(broken(harvest(search(0, 0, 0, MONDAY), YESTERDAY)))
        .isEqualTo("it lists no papers for 2026-03-03, on which arXiv announces");
    assertThat(broken(harvest(search(0, 1, 50_000, MONDAY), YESTERDAY)))
        .isEqualTo("it promises 50,000 papers for one day");
    assertThat(broken(harvest(search(0, 5, 7, MONDAY).replace("totalResults", "x"), YESTERDAY)))
        .startsWith("it does not say how many papers there are");
  }

  @Test
  void papersOfTheMinuteAfterTheDeadlineBelongToTheNextDay() throws IOException {
    assertThat(harvest(search(0, 2, 2, "2026-03-02T19:00:30Z"), YESTERDAY))
        .isInstanceOf(HarvestOutcome.NothingNew.class);
  }

  @Test
  void onAWeekendTheFeedIsEmptyAndTheApiIsAskedOnce() throws IOException {
    now = Instant.parse("2026-03-07T12:00:00Z");
    try (ScriptedWebServer server = answering(search(0, 2, 2, "2026-03-05T17:00:00Z"))) {
      ArxivSource source = source(server.address());
      LocalDate friday = source.days(TODAY.plusDays(2), now).getLast();
      harvested(source.harvest(friday));
      source.kept();
      assertThat(source.harvest(friday))
          .isEqualTo(new HarvestOutcome.NothingNew("the papers of 2026-03-06 are there already"));
      assertThat(paths(server)).containsExactly("/api/query");
    }
  }

  @Test
  void theErrorOfTheApiIsTold() throws IOException {
    assertThat(broken(harvest(FeedSamples.API_ERROR, YESTERDAY)))
        .isEqualTo(
            "the answer of 127.0.0.1: arXiv answers with an error: incorrect id format for 1");
  }

  // OAI-PMH

  @Test
  void whatWasMissedLongerAgoComesOverOaiPmhFromEachArchive() throws IOException {
    String page =
        records(
            "",
            record("2602.00001", "cs.LG math.CO", "2026-02-16", "2026-02-18")
                + record("2602.00002", "cs.DS", "2026-02-16", "2026-02-18")
                + record("2602.00003", "hep-th", "2026-02-16", "2026-02-18")
                + record("1902.00004", "cs.LG", "2019-02-16", "2026-02-18"));
    try (ScriptedWebServer server = answering(page)) {
      HarvestOutcome outcome =
          source(server.address(), "cs.AI", "cs.LG", "hep-th").harvest(LONG_AGO);

      assertThat(papers(outcome))
          .extracting(paper -> paper.id().value() + " " + paper.dates().announced())
          .containsExactly("2602.00001 2026-02-18", "2602.00003 2026-02-18");
      assertThat(server.asked()).hasSize(2);
      assertThat(question(server, 0))
          .containsEntry("set", "cs")
          .containsEntry("metadataPrefix", "arXiv")
          .containsEntry("from", "2026-02-18")
          .containsEntry("until", "2026-02-18");
      assertThat(question(server, 1)).containsEntry("set", "physics:hep-th");
    }
  }

  @Test
  void theFirstAnnouncementOfAWeekAlsoCoversTheDaysBefore() throws IOException {
    try (ScriptedWebServer server =
        answering(records("", record("2602.00001", "cs.LG", "2026-02-12", "2026-02-16")))) {
      harvested(source(server.address()).harvest(LocalDate.of(2026, 2, 16)));
      assertThat(question(server, 0))
          .containsEntry("from", "2026-02-14")
          .containsEntry("until", "2026-02-16");
    }
  }

  @Test
  void anArchiveStandsForAllItsCategories() throws IOException {
    String page =
        records(
            "",
            record("2602.00001", "cs.LG", "2026-02-16", "2026-02-18")
                + record("2602.00002", "csx.LG", "2026-02-16", "2026-02-18"));
    try (ScriptedWebServer server = answering(page)) {
      assertThat(papers(source(server.address(), "cs").harvest(LONG_AGO))).hasSize(1);
    }
  }

  @Test
  void resumptionTokensAreFollowedToTheEmptyOne() throws IOException {
    try (ScriptedWebServer server =
        server(
            exchange -> {
              Map<String, String> asked = asked(exchange);
              int page =
                  Integer.parseInt(asked.getOrDefault("resumptionToken", "a|0").substring(2));
              answer(
                  exchange,
                  200,
                  records(
                      page == 3 ? "" : "a|" + (page + 1),
                      record("2602.0000" + page, "cs.LG", "2026-02-16", "2026-02-18")));
            })) {
      assertThat(papers(source(server.address()).harvest(LONG_AGO))).hasSize(4);
      assertThat(question(server, 3))
          .containsOnly(Map.entry("verb", "ListRecords"), Map.entry("resumptionToken", "a|3"));
    }
  }

  @Test
  void aListThatBreaksOffIsNotTakenAtAll() throws IOException {
    String first = records("next", record("2602.00001", "cs.LG", "2026-02-16", "2026-02-18"));
    try (ScriptedWebServer server =
        server(
            exchange -> {
              boolean start = asked(exchange).containsKey("set");
              answer(exchange, start ? 200 : 502, start ? first : "");
            })) {
      assertThat(unreachable(source(server.address()).harvest(LONG_AGO)))
          .isEqualTo("127.0.0.1 answered 502");
    }
    assertThat(broken(harvest(first, LONG_AGO))).isEqualTo("its pages lead in a circle");
    assertThat(
            broken(
                harvest(
                    first.replace(
                        "<resumptionToken>next", "<resumptionToken completeListSize='9'>"),
                    LONG_AGO)))
        .isEqualTo("cut short: it promises 9 records and gave 1");
  }

  @Test
  void aMomentThatTheServerAsksForBetweenPagesIsWaitedFor() throws IOException {
    AtomicInteger number = new AtomicInteger();
    try (ScriptedWebServer server =
        server(
            exchange -> {
              boolean busy = number.getAndIncrement() == 0;
              answer(
                  exchange,
                  busy ? 503 : 200,
                  records("", record("2602.00001", "cs.LG", "2026-02-16", "2026-02-18")),
                  "Retry-After",
                  "20");
            })) {
      harvested(source(server.address()).harvest(LONG_AGO));
      assertThat(Duration.between(requests.getFirst(), requests.getLast())).hasSeconds(20);
    }
  }

  @Test
  void moreThanAMomentIsNotWaitedFor() throws IOException {
    try (ScriptedWebServer server =
        server(exchange -> answer(exchange, 503, "", "Retry-After", "600"))) {
      ArxivSource source = source(server.address());
      assertThat(unreachable(source.harvest(LONG_AGO)))
          .isEqualTo("127.0.0.1 answered 503: it asks to be left alone for 600 s");
      assertThat(unreachable(source.harvest(TODAY)))
          .startsWith("127.0.0.1 wants to be left alone until ");
      assertThat(server.asked()).hasSize(1);
    }
  }

  // Bad input, by each of the three ways

  static Stream<Arguments> badPages() {
    String good = feed(BUILT, 3);
    return Stream.of(
        Arguments.of("<!doctype html><title>Sorry</title>", "an HTML page came instead of a feed"),
        Arguments.of("", "it is empty"),
        Arguments.of("{\"error\":", "it is not well-formed XML"),
        Arguments.of(good.substring(0, good.length() / 2), "it "),
        Arguments.of("<!DOCTYPE f [<!ENTITY a \"aaaa\">]>" + good, "never read"),
        Arguments.of("<!DOCTYPE f SYSTEM 'file:///etc/passwd' [ ]>" + good, "never read"));
  }

  @ParameterizedTest
  @MethodSource("badPages")
  void aPageThatIsNoneIsBrokenInOneLineThatNamesTheHost(String page, String why)
      throws IOException {
    for (LocalDate day : List.of(TODAY, YESTERDAY, LONG_AGO)) {
      assertThat(broken(harvest(page, day))).startsWith("the answer of 127.0.0.1: ").contains(why);
    }
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("", UTF_8),
        Arguments.of("<?xml version='1.0' encoding='UTF-8'?>", UTF_8),
        Arguments.of("<?xml version='1.0' encoding='ISO-8859-1'?>", ISO_8859_1),
        Arguments.of("<?xml version='1.0' encoding='ISO-8859-1'?>", UTF_8),
        Arguments.of("<?xml version='1.0' encoding='no-such'?>", UTF_8),
        Arguments.of("<?xml version='1.0' encoding='UTF-8'?>", UTF_16LE));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void anEncodingThatIsWrongOrMissingIsFoundOut(String declaration, Charset charset)
      throws IOException {
    byte[] page = (declaration + feed(BUILT, 1).replace("Bee", "Bée")).getBytes(charset);
    for (byte[] sent : List.of(page, gzip(page))) {
      try (ScriptedWebServer server = server(exchange -> answer(exchange, 200, sent))) {
        assertThat(papers(source(server.address()).harvest(TODAY)))
            .singleElement()
            .satisfies(paper -> assertThat(paper.title()).isEqualTo("Bée 0"));
      }
    }
  }

  @Test
  void oneBadRecordIsSetAsideAndTheRestGoOn() throws IOException {
    HarvestOutcome.Harvested harvest =
        harvested(harvest(feed(BUILT, 3).replace("<title>Bee 1</title>", ""), TODAY));

    assertThat(harvest.sightings()).hasSize(2);
    assertThat(harvest.setAside()).containsExactly("entry 2: it has no title");
  }

  @ParameterizedTest
  @CsvSource({"404, true", "500, false"})
  void anErrorOfTheServerIsTold(int status, boolean broken) throws IOException {
    try (ScriptedWebServer server = server(exchange -> answer(exchange, status, ""))) {
      for (LocalDate day : List.of(TODAY, YESTERDAY, LONG_AGO)) {
        HarvestOutcome outcome = source(server.address()).harvest(day);
        assertThat(broken ? broken(outcome) : unreachable(outcome))
            .startsWith("127.0.0.1 answered " + status);
      }
    }
  }

  @Test
  void onePaperIsAskedForByItsId() throws IOException {
    try (ScriptedWebServer arxiv =
        server(
            exchange -> {
              String query = String.valueOf(exchange.getRequestURI().getQuery());
              answer(
                  exchange,
                  200,
                  query.contains("id_list=2603.10001")
                      ? search(1, 2, 1, MONDAY)
                      : search(0, 0, 0, MONDAY));
            })) {
      ArxivSource source = source(arxiv.address());

      assertThat(papers(source.paper(new PaperId("2603.10001"))))
          .extracting(paper -> paper.id().value())
          .containsExactly("2603.10001");
      assertThat(source.paper(new PaperId("2603.10002")))
          .isEqualTo(new HarvestOutcome.NothingNew("arXiv does not have it"));
      assertThat(source.paper(new PaperId("10.1101/1")))
          .isInstanceOf(HarvestOutcome.NothingNew.class);
      assertThat(requests).hasSize(2);
      assertThat(Duration.between(requests.get(0), requests.get(1)))
          .isEqualTo(Duration.ofSeconds(3));
    }
  }
}
