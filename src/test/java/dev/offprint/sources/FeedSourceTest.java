package dev.offprint.sources;

import static dev.offprint.fetch.ScriptedWebServer.answer;
import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.SourcesConfiguration;
import dev.offprint.fetch.Fetchers;
import dev.offprint.fetch.ScriptedWebServer;
import dev.offprint.papers.Paper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One feed of the configuration, and what its server may answer. */
@Timeout(30)
class FeedSourceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  /** A feed of one entry; a date that is empty is left out. */
  private static String rss(
      @Nullable String published, @Nullable String built, @Nullable String entry) {
    return "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Lab</title>"
        + "<link>https://lab.example</link><description>News</description>"
        + element("pubDate", published)
        + element("lastBuildDate", built)
        + "<item><title>Bées</title><link>https://lab.example/bees</link>"
        + element("pubDate", entry)
        + "</item></channel></rss>";
  }

  private static String element(String name, @Nullable String date) {
    return date == null ? "" : "<" + name + ">" + date + "</" + name + ">";
  }

  private FeedSource source(ScriptedWebServer server) {
    SourcesConfiguration.Feed feed =
        new SourcesConfiguration.Feed(
            true, List.of("lab  " + server.address() + "/feed.xml?a=b bees"));
    return FeedSource.of(feed, Fetchers.fetcher(now::get), now::get).getFirst();
  }

  private HarvestOutcome harvest(String feed) throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, feed)) {
      return source(server).harvest(TODAY);
    }
  }

  private Paper paper(String feed) throws IOException {
    return papers(harvest(feed)).getFirst();
  }

  @Test
  void eachConfiguredFeedIsASourceOfItsOwn() {
    SourcesConfiguration.Feed feeds =
        new SourcesConfiguration.Feed(
            true, List.of("jmlr https://www.jmlr.org/jmlr.xml ml", "lab https://lab.example/a"));

    assertThat(FeedSource.of(feeds, Fetchers.fetcher(() -> NOW), () -> NOW))
        .extracting(FeedSource::name)
        .containsExactly("feed:jmlr", "feed:lab");
  }

  @Test
  void entriesCarryTheFeedsNameAndCategoryAndKeepTheirIds() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, FeedSamples.BLOG)) {
      HarvestOutcome.Harvested harvest = harvested(source(server).harvest(TODAY));

      assertThat(harvest.sightings())
          .hasSize(3)
          .allSatisfy(
              sighting -> {
                assertThat(sighting.source()).isEqualTo("feed:lab");
                assertThat(sighting.paper().categories()).contains("bees");
              })
          .extracting(sighting -> sighting.paper().id().value())
          .startsWith("2603.00040", "10.1101/2026.03.01.123456")
          .last()
          .asString()
          .startsWith("feed:lab:");
      assertThat(harvest.setAside()).containsExactly("entry 4: it has no title");
      assertThat(server.asked().getFirst().address()).hasToString("/feed.xml?a=b");
    }
  }

  @Test
  void anOldEntryIsNoNewsOfToday() throws IOException {
    Paper paper =
        paper(rss(null, "Wed, 04 Mar 2026 05:00:00 GMT", "Sat, 03 Jan 2026 10:00:00 GMT"));

    assertThat(paper.dates().announced()).isEqualTo("2026-01-03");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "none                          | none                          | 2026-03-04",
        "Wed, 04 Mar 2026 05:00:00 GMT | none                          | 2026-03-04",
        "Sun, 01 Feb 2026 05:00:00 GMT | none                          | 2026-02-01",
        "Thu, 01 Jan 2026 05:00:00 GMT | Sun, 01 Feb 2026 05:00:00 GMT | 2026-02-01",
        "Sun, 01 Feb 2026 05:00:00 GMT | Thu, 01 Jan 2026 05:00:00 GMT | 2026-02-01",
        "Sat, 01 Feb 2031 05:00:00 GMT | none                          | 2026-03-04"
      })
  void anEntryWithoutDateIsNoYoungerThanTheFeed(
      @Nullable String published, @Nullable String built, LocalDate announced) throws IOException {
    assertThat(paper(rss(published, built, null)).dates().announced()).isEqualTo(announced);
    assertThat(paper(rss(published, built, "2029-07-01")).dates().announced()).isEqualTo(announced);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "Sun, 03 Mar 2024 10:00:00 GMT | none                          | none",
        "none                          | Sun, 03 Mar 2024 10:00:00 GMT | none",
        "none                          | none                          | Sun, 03 Mar 2024 10:00:00"
            + " GMT",
        "Sat, 02 Mar 2024 10:00:00 GMT | Sun, 03 Mar 2024 10:00:00 GMT | 2023-05-01"
      })
  void aFeedThatNobodyWritesAnyMoreIsStale(
      @Nullable String published, @Nullable String built, @Nullable String entry)
      throws IOException {
    assertThat(broken(harvest(rss(published, built, entry))))
        .isEqualTo("stale: last built 3 March 2024");
  }

  @Test
  void aQuarterlyThatIsAWeekLateIsNotStale() throws IOException {
    assertThat(harvest(rss(null, null, "Mon, 24 Nov 2025 06:00:00 GMT")))
        .isInstanceOf(HarvestOutcome.Harvested.class);
    assertThat(broken(harvest(rss(null, null, "Sun, 23 Nov 2025 06:00:00 GMT"))))
        .isEqualTo("stale: last built 23 November 2025");
  }

  @Test
  void aFeedWithoutEntriesIsNoQuietDay() throws IOException {
    assertThat(
            broken(
                harvest(
                    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Lab</title>"
                        + "<updated>2026-03-04T00:00:00Z</updated></feed>")))
        .isEqualTo("it lists no entries, which a feed in use never does");
  }

  @Test
  void theFeedItselfSaysItsEncoding() throws IOException {
    String latin = rss(null, null, null).replace("UTF-8", "ISO-8859-1");
    try (ScriptedWebServer server =
        new ScriptedWebServer(
            exchange -> {
              String path = exchange.getRequestURI().getPath();
              answer(
                  exchange, 200, latin.getBytes(path.startsWith("/latin") ? ISO_8859_1 : UTF_16LE));
            })) {
      for (String path : List.of("/latin", "/wide")) {
        SourcesConfiguration.Feed feed =
            new SourcesConfiguration.Feed(true, List.of("lab " + server.address() + path));
        FeedSource source = FeedSource.of(feed, Fetchers.fetcher(() -> NOW), () -> NOW).getFirst();
        assertThat(papers(source.harvest(TODAY)).getFirst().title()).isEqualTo("Bées");
      }
    }
  }

  @Test
  void theServerMaySayTheEncoding() throws IOException {
    byte[] latin = rss(null, null, null).replace(" encoding='UTF-8'", "").getBytes(ISO_8859_1);
    byte[] cyrillic =
        rss(null, null, null)
            .replace(" encoding='UTF-8'", "")
            .replace("Bées", "Пчёлы")
            .getBytes(java.nio.charset.Charset.forName("windows-1251"));
    assertThat(titleServed(latin, "text/xml")).isEqualTo("Bées");
    assertThat(titleServed(latin, "text/xml; charset=utf-8")).isEqualTo("Bées");
    assertThat(titleServed(cyrillic, "application/rss+xml;Charset=\"windows-1251\""))
        .isEqualTo("Пчёлы");
    assertThat(titleServed(cyrillic, "text/xml; charset=no-such-thing")).endsWith("û");
  }

  private String titleServed(byte[] page, String type) throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer(exchange -> answer(exchange, 200, page, "Content-Type", type))) {
      return papers(source(server).harvest(TODAY)).getFirst().title();
    }
  }

  @Test
  void aFeedThatIsReadForTheFirstTimeHasNoNewsWithoutADate() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(200, rss(null, null, null))) {
      assertThat(papers(source(server).firstHarvest(TODAY)).getFirst().dates().announced())
          .isEqualTo(TODAY.minusDays(30));
      assertThat(papers(source(server).harvest(TODAY)).getFirst().dates().announced())
          .isEqualTo(TODAY);
    }
  }

  @Test
  void anUnchangedFeedIsQuietOnceItsEntriesAreStored() throws IOException {
    try (ScriptedWebServer server = conditional("Tue, 03 Mar 2026 10:00:00 GMT")) {
      FeedSource source = source(server);

      assertThat(source.harvest(TODAY)).isInstanceOf(HarvestOutcome.Harvested.class);
      source.forget();
      source.kept();
      assertThat(source.harvest(TODAY)).isInstanceOf(HarvestOutcome.Harvested.class);
      source.kept();
      assertThat(source.harvest(TODAY))
          .isEqualTo(new HarvestOutcome.NothingNew("nothing changed since it was last asked"));
    }
  }

  @Test
  void aFeedThatNeverChangesBecomesStale() throws IOException {
    try (ScriptedWebServer server = conditional("Tue, 03 Mar 2026 10:00:00 GMT")) {
      FeedSource source = source(server);
      source.harvest(TODAY);
      source.kept();
      now.set(NOW.plus(java.time.Duration.ofDays(100)));

      assertThat(broken(source.harvest(TODAY))).isEqualTo("stale: last built 3 March 2026");
    }
  }

  private static ScriptedWebServer conditional(String published) throws IOException {
    return new ScriptedWebServer(
        exchange -> {
          boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
          String body = known ? "" : rss(null, null, published);
          answer(exchange, known ? 304 : 200, body, "ETag", "\"a\"");
        });
  }

  @Test
  void anErrorOfTheServerAndAWebPageAreTold() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.answering(500, "")) {
      assertThat(source(server).harvest(TODAY))
          .isEqualTo(new HarvestOutcome.Unreachable("127.0.0.1 answered 500"));
    }
    try (ScriptedWebServer server = ScriptedWebServer.answering(410, "")) {
      assertThat(broken(source(server).harvest(TODAY)))
          .isEqualTo("127.0.0.1 answered 410 to /feed.xml");
    }
    assertThat(broken(harvest("<!doctype html><title>Moved</title>")))
        .isEqualTo("an HTML page came instead of a feed");
  }
}
