package dev.offprint.sources;

import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.authors;
import static dev.offprint.sources.FeedSamples.bytes;
import static dev.offprint.sources.FeedSamples.entries;
import static dev.offprint.sources.FeedSamples.papers;
import static dev.offprint.sources.FeedSamples.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
  private static ParsedPage parse(String text) {
    return new FeedParser("my lab", "bees", null, NOW).parse(bytes(text));
  }

  @Test
  void aJournalsEntryIsKnownByItsDoi() {
    Paper honey = papers(parse(FeedSamples.JOURNAL)).getFirst();

    assertThat(honey.id().value()).isEqualTo("10.1234/honey.1");
    assertThat(honey.title()).isEqualTo("Honey in vitro");
    assertThat(honey.abstractText()).isEqualTo("Sweet & sticky.");
    assertThat(authors(honey)).containsExactly("Ada Lind", "Bo Ek");
    assertThat(honey.categories()).containsExactly("bees");
    assertThat(honey.links().page()).hasToString("https://journal.example/a1");
    assertThat(honey.dates().announced()).isEqualTo("2026-03-03");
  }

  @Test
  void aLinkNamesTheWorkAndAnEntryOfTheFeedItselfGetsAnIdThatStays() {
    assertThat(papers(parse(FeedSamples.BLOG)))
        .extracting(paper -> paper.id().value())
        .satisfiesExactly(
            id -> assertThat(id).isEqualTo("2603.00040"),
            id -> assertThat(id).isEqualTo("10.1101/2026.03.01.123456"),
            id -> assertThat(id).matches("my-lab:[0-9a-f]{16}"));
    assertThat(papers(parse(FeedSamples.BLOG))).isEqualTo(papers(parse(FeedSamples.BLOG)));
  }

  @Test
  void namesOfHtmlAndLoneAmpersandsAreNoReasonToLoseAFeed() {
    assertThat(papers(parse(FeedSamples.BLOG)).getFirst().title())
        .isEqualTo("We read a paper — R&D");
  }

  @Test
  void anAuthorsMailAddressIsNotKept() {
    String feed =
        FeedSamples.BLOG.replace(
            "<description>Good.", "<author>ada@lab.example (Ada Lind)</author><description>Good.");

    assertThat(authors(papers(parse(feed)).getFirst())).containsExactly("Ada Lind");
    assertThat(authors(papers(parse(feed.replace(" (Ada Lind)", ""))).getFirst())).isEmpty();
  }

  @Test
  void anEntryWithoutTitleIsSetAside() {
    assertThat(entries(parse(FeedSamples.BLOG)).setAside())
        .containsExactly("entry 4: it has no title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 03 Mar 2026 10:00:00 GMT",
        "Tue, 3 Mar 2026 10:00 +0100",
        "03 Mar 2026 10:00:00 EST",
        "2026-03-03T10:00:00Z",
        "2026-03-03T10:00:00.123+02:00",
        "2026-03-03",
        "2026-03-03 10:00:00",
        "2026/03/03",
        "3 March 2026",
        "March 3, 2026",
        "03.03.2026"
      })
  void aDateMayBeWrittenInManyWays(String date) {
    String feed = FeedSamples.BLOG.replace("2026-03-03 10:00:00", date);

    assertThat(papers(parse(feed)).getFirst().dates().published()).isEqualTo("2026-03-03");
  }

  @Test
  void anEntryWithoutDateOrWithOneInTheFutureIsOfToday() {
    LocalDate today = LocalDate.of(2026, 3, 4);
    String future = FeedSamples.BLOG.replace("2026-03-03 10:00:00", "2026-05-01");

    assertThat(papers(parse(future)).get(2).dates()).isEqualTo(new Paper.Dates(null, today, null));
    assertThat(papers(parse(future)).getFirst().dates())
        .isEqualTo(new Paper.Dates(LocalDate.of(2026, 5, 1), today, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+999999999-12-31", "-0044-03-15", "3000-01-01", "Mon, 1 Jan 0001 10:00:00 GMT"})
  void aYearThatNoPaperIsFromIsNoDate(String date) {
    String feed = FeedSamples.BLOG.replace("2026-03-03 10:00:00", date);

    assertThat(papers(parse(feed)).getFirst().dates())
        .isEqualTo(new Paper.Dates(null, LocalDate.of(2026, 3, 4), null));
  }

  @Test
  void aFeedBuiltInAYearThatNoPaperIsFromWasBuiltAtAnUnknownTime() {
    String feed =
        FeedSamples.BLOG.replace(
            "<item>", "<lastBuildDate>Wed, 04 Mar 0026 05:00:00 GMT</lastBuildDate><item>");

    assertThat(papers(parse(feed)).get(2).dates())
        .isEqualTo(new Paper.Dates(null, LocalDate.of(2026, 3, 4), null));
  }

  @Test
  void aDoiWithACharacterThatDoesNotShowIsNoId() {
    String feed =
        FeedSamples.BLOG.replace("10.1101/2026.03.01.123456v2", "10.1101/2026.03.01.12\u202a3456");

    assertThat(papers(parse(feed)).get(1).id().value()).startsWith("my-lab:");
  }

  @Test
  void xmlThatIsNoFeedIsBroken() {
    assertThat(why(parse("<svg/>"))).contains("its root element <svg> is not that");
    assertThat(why(parse("<rss version='9.9'><channel/></rss>"))).contains("no feed");
  }
}
