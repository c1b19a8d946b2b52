package dev.offprint.sources;

import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.bytes;
import static dev.offprint.sources.FeedSamples.entries;
import static dev.offprint.sources.FeedSamples.papers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, dates and ids of entries, as feeds write them. */
class FeedEntriesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

  private static String rss(String channel, String item) {
    return "<rss version='2.0'><channel><title>Lab</title>"
        + channel
        + "<description>d</description><item><title>Bees</title>"
        + item
        + "</item></channel></rss>";
  }

  private static String atom(String attributes, String links, String entry) {
    return "<feed xmlns='http://www.w3.org/2005/Atom' "
        + attributes
        + "><title>Lab</title><id>urn:lab</id>"
        + links
        + "<entry><id>urn:lab:1</id><title>Bees</title>"
        + entry
        + "</entry></feed>";
  }

  private static ParsedPage parse(String text, @Nullable String address, boolean isFirst) {
    URI from = address == null ? null : URI.create(address);
    return new FeedParser("lab", null, null, NOW)
        .parse(bytes(text), new FeedOrigin(from, null, isFirst));
  }

  private static Paper paper(String text) {
    return papers(parse(text, null, false)).getFirst();
  }

  private static @Nullable URI link(String text, @Nullable String address) {
    return papers(parse(text, address, false)).getFirst().links().page();
  }

  @ParameterizedTest
  @CsvSource({
    "/p/2, https://lab.example/p/2",
    "p/2, https://lab.example/news/p/2",
    "//press.example/p/2, https://press.example/p/2",
    "www.press.example/p/2, https://www.press.example/p/2",
    "http://arxiv.org/abs/2603.00001, https://arxiv.org/abs/2603.00001",
    "http://export.arxiv.org/abs/2603.00001, https://export.arxiv.org/abs/2603.00001",
    "http://arxiv.org.example/p, http://arxiv.org.example/p"
  })
  void aRelativeLinkIsResolvedAgainstThatOfTheFeed(String written, String link) {
    String item = "<link>" + written + "</link>";

    assertThat(link(rss("<link>https://lab.example/news/</link>", item), null)).hasToString(link);
    assertThat(link(rss("<link>/news/</link>", item), "https://lab.example/feeds/all.xml"))
        .hasToString(link);
  }

  @Test
  void aLinkOfAtomIsRelativeToItsBaseOrItsFeed() {
    String entry = "<link href='1.html'/>";
    String site = "<link href='https://lab.example/'/>";

    assertThat(link(atom("xml:base='https://lab.example/blog/'", site, entry), null))
        .hasToString("https://lab.example/blog/1.html");
    assertThat(link(atom("", site, entry), "https://lab.example/blog/atom.xml"))
        .hasToString("https://lab.example/blog/1.html");
    assertThat(link(atom("xml:base='/other/'", "", entry), "https://lab.example/blog/atom.xml"))
        .hasToString("https://lab.example/other/1.html");
    assertThat(link(atom("", "", entry), null)).isNull();
  }

  @Test
  void thePageOfAnItemMayStandInItsIdOrItsAddressInRdf() {
    String rdf =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns='http://purl.org/rss/1.0/'><channel rdf:about='https://lab.example/'>"
            + "<title>Lab</title><link>https://lab.example/</link><description>d</description>"
            + "</channel><item rdf:about='/p/1'><title>Bees</title></item></rdf:RDF>";

    assertThat(link(rdf, null)).hasToString("https://lab.example/p/1");
    assertThat(link(rss("", "<guid>https://lab.example/p/1</guid>"), null))
        .hasToString("https://lab.example/p/1");
    assertThat(link(rss("", "<guid isPermaLink='false'>tag:1/2</guid>"), "https://lab.example/f"))
        .isNull();
  }

  @Test
  void aLinkThatIsNoWebAddressIsNone() {
    for (String bad : List.of("javascript:alert(1)", "mailto:ada@lab.example", "file:///x")) {
      assertThat(link(rss("<link>https://lab.example/</link>", "<link>" + bad + "</link>"), null))
          .isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<prism:publicationDate>2026-02-16</prism:publicationDate>",
        "<prism:coverDate>16 February 2026</prism:coverDate>",
        "<dcterms:issued>2026-02-16</dcterms:issued>",
        "<dcterms:created>2026-02-16T10:00:00</dcterms:created>",
        "<dc:date>2026-02-16</dc:date>",
        "<a10:updated>2026-02-16T10:00:00Z</a10:updated>",
        "<pubDate>February 2026</pubDate><dc:date>2026-02-16</dc:date>",
        "<pubDate>Mon, Feb 16 2026 04:45:26 +0000</pubDate>"
      })
  void theDateIsFoundWhereverItStands(String date) {
    Paper bees = paper(rss("", "<link>https://lab.example/1</link>" + date));

    assertThat(bees.dates())
        .isEqualTo(new Paper.Dates(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 16), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.91", "0.92", "0.93", "0.94", "2.0"})
  void everyVersionOfRssHasDatesAndLinks(String version) {
    String feed =
        rss("<link>https://lab.example/</link>", "<link>/1</link><pubDate>2026-02-16</pubDate>")
            .replace("version='2.0'", "version='" + version + "'");

    assertThat(paper(feed).dates().published()).isEqualTo("2026-02-16");
    assertThat(paper(feed).links().page()).hasToString("https://lab.example/1");
  }

  @ParameterizedTest
  @CsvSource({
    "May 2018, 2018-05-01, 2018-05-31, 2018-05-31",
    "February 2026, 2026-02-01, 2026-02-28, 2026-02-28",
    "March 2026, 2026-03-01, 2026-03-04, 2026-02-02",
    "2026, 2026-01-01, 2026-03-04, 2026-02-02",
    "December 2026, 2026-12-01, 2026-03-04, 2026-02-02",
    "not known, , 2026-03-04, 2026-02-02"
  })
  void withoutADayAnEntryIsNewOnlyWhereTheFeedWasSeenBefore(
      String date, @Nullable LocalDate published, LocalDate announced, LocalDate first) {
    String feed = rss("", "<link>https://lab.example/1</link><dc:date>" + date + "</dc:date>");

    Sighting later = sighting(parse(feed, null, false));
    Sighting atFirst = sighting(parse(feed, null, true));
    assertThat(later.paper().dates()).isEqualTo(new Paper.Dates(published, announced, null));
    assertThat(atFirst.paper().dates()).isEqualTo(new Paper.Dates(published, first, null));
    assertThat(List.of(later.certainty(), atFirst.certainty()))
        .containsOnly(Sighting.Certainty.GUESSED);
  }

  private static Sighting sighting(ParsedPage page) {
    return entries(page).announcements().getFirst().sighting();
  }

  @Test
  void anEntryWithADayIsOfThatDayWhenTheFeedIsReadForTheFirstTime() {
    String feed = rss("", "<link>https://lab.example/1</link><dc:date>2026-03-04</dc:date>");

    assertThat(sighting(parse(feed, null, true)).paper().dates().announced()).isEqualTo(TODAY);
    assertThat(sighting(parse(feed, null, true)).certainty()).isEqualTo(Sighting.Certainty.STATED);
  }

  @Test
  void anEntryThatNamesNothingIsKnownByItsTitleAndDay() {
    String feed =
        "<rss version='2.0'><channel><title>Lab</title><link>https://lab.example/</link>"
            + "<description>d</description>%s</channel></rss>";
    String one = "<item><title>Bees</title><pubDate>2026-03-03</pubDate></item>";
    String two = one.replace("Bees", "Wasps");
    String later = one.replace("03-03", "03-04");

    List<Paper> known = papers(parse(feed.formatted(one + two + later), null, false));
    assertThat(known).extracting(Paper::id).doesNotHaveDuplicates().hasSize(3);
    assertThat(papers(parse(feed.formatted(one), null, false)).getFirst().id())
        .isEqualTo(known.getFirst().id());
  }

  @Test
  void aPrefixThatIsNotDeclaredMeansWhatItUsuallyMeans() {
    String feed =
        rss(
            "<sy:updatePeriod>hourly</sy:updatePeriod>",
            "<dc:identifier>doi:10.1234/bees</dc:identifier><x:y z:a='1'/><slash:comments/>");

    assertThat(paper(feed).id()).isEqualTo(new PaperId("10.1234/bees"));
  }
}
