package dev.offprint.sources.arxiv;

import static dev.offprint.sources.Announcement.Type.CROSS;
import static dev.offprint.sources.Announcement.Type.NEW;
import static dev.offprint.sources.Announcement.Type.REPLACEMENT;
import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.authors;
import static dev.offprint.sources.FeedSamples.bytes;
import static dev.offprint.sources.FeedSamples.entries;
import static dev.offprint.sources.FeedSamples.kinds;
import static dev.offprint.sources.FeedSamples.papers;
import static dev.offprint.sources.FeedSamples.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.ParsedPage;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArxivFeedsTest {
  private static ParsedPage atom(String text) {
    return new ArxivAtomParser(null, NOW).parse(bytes(text));
  }

  private static ParsedPage rss(String text) {
    return new ArxivRssParser(null, NOW).parse(bytes(text));
  }

  @Test
  void anAnswerOfTheApiIsRead() {
    ParsedPage page = atom(FeedSamples.API);
    Paper bees = papers(page).getFirst();

    assertThat(bees.id()).isEqualTo(new PaperId("2603.00001"));
    assertThat(bees.title()).isEqualTo("Bees & graphs");
    assertThat(bees.abstractText()).isEqualTo("We count bees.");
    assertThat(authors(bees)).containsExactly("Ada Lind", "Bo Ek");
    assertThat(bees.categories()).containsExactly("math.CO", "cs.LG");
    assertThat(bees.links().pdf()).hasToString("https://arxiv.org/pdf/2603.00001");
    assertThat(bees.dates().published()).isEqualTo("2026-03-02");
    assertThat(bees.dates().announced()).isEqualTo("2026-03-03");
    assertThat(entries(page).announcements().getFirst().sighting().alsoKnownAs())
        .containsExactly(new PaperId("10.1234/bees.1"));
    assertThat(entries(page).setAside()).isEmpty();
  }

  @Test
  void theNumberOfResultsIsGivenSoThatACutAnswerShows() {
    assertThat(entries(atom(FeedSamples.API)).total()).isEqualTo(7);
  }

  @Test
  void noEntriesWhereResultsArePromisedIsBroken() {
    String none = FeedSamples.API.replaceAll("(?s)<entry>.*</entry>", "");

    assertThat(atom(none).outcome())
        .isEqualTo(new HarvestOutcome.Broken("it promises 7 papers and lists none"));
  }

  @Test
  void aLaterVersionInTheApiIsAReplacementAnnouncedLongAgo() {
    ParsedPage page =
        new ArxivAtomParser(LocalDate.of(2026, 3, 4), NOW).parse(bytes(FeedSamples.API));

    assertThat(kinds(page)).containsExactly(NEW, REPLACEMENT);
    assertThat(papers(page))
        .extracting(paper -> paper.dates().announced())
        .containsExactly(LocalDate.of(2026, 3, 4), LocalDate.of(2003, 9, 9));
  }

  @Test
  void anErrorOfTheApiIsBroken() {
    assertThat(why(atom(FeedSamples.API_ERROR))).endsWith("error: incorrect id format for 1");
  }

  @Test
  void aPaperMayBeCalledError() {
    assertThat(papers(atom(FeedSamples.API.replace("An old theorem", "Error")))).hasSize(2);
  }

  @Test
  void theDailyAtomFeedTellsWhatIsNew() {
    ParsedPage page = atom(FeedSamples.DAILY_ATOM);

    assertThat(kinds(page)).containsExactly(NEW, CROSS, REPLACEMENT, REPLACEMENT);
    assertThat(papers(page))
        .extracting(paper -> paper.dates().announced().toString())
        .containsExactly("2026-03-04", "2026-03-04", "2025-01-01", "2026-03-01");
    assertThat(papers(page).getFirst().abstractText()).isEqualTo("About 2603.00010v1.");
    assertThat(authors(papers(page).getFirst())).containsExactly("Ada Lind", "Bo Ek");
    assertThat(entries(page).built()).isEqualTo(Instant.parse("2026-03-04T05:00:11.5Z"));
  }

  @Test
  void anUnknownAnnounceTypeIsSetAside() {
    String odd =
        FeedSamples.DAILY_ATOM.replace("<arxiv:announce_type>cross<", "<arxiv:announce_type>gift<");

    assertThat(entries(atom(odd)).setAside())
        .containsExactly("entry 2: its announce type is not known: gift");
    assertThat(papers(atom(odd))).hasSize(3);
  }

  @Test
  void anIdOfAnotherPlaceIsSetAside() {
    String odd = FeedSamples.DAILY_ATOM.replace("<id>oai:arXiv.org:2603.00011v1", "<id>urn:x:1");

    assertThat(entries(atom(odd)).setAside())
        .containsExactly("entry 2: its id is not one of arXiv: urn:x:1");
  }

  @Test
  void theRssFeedIsRead() {
    ParsedPage page = rss(FeedSamples.RSS);
    Paper wasps = papers(page).getFirst();

    assertThat(kinds(page)).containsExactly(NEW, REPLACEMENT);
    assertThat(wasps.id()).isEqualTo(new PaperId("2603.00020"));
    assertThat(wasps.abstractText()).isEqualTo("There are many.");
    assertThat(authors(wasps))
        .containsExactly("Ada Lind", "Sam Roe, Jr.", "Bo Ek (for the Wasp, Bee Group)");
    assertThat(wasps.categories()).containsExactly("cs.AI", "cs.CV");
    assertThat(wasps.dates()).isEqualTo(new Paper.Dates(null, LocalDate.of(2026, 3, 4), null));
    assertThat(papers(page).get(1).dates().announced()).isEqualTo("2025-12-01");
    assertThat(entries(page).announcements().getFirst().sighting().alsoKnownAs())
        .containsExactly(new PaperId("10.1234/wasps"));
    assertThat(entries(page).built()).isEqualTo(Instant.parse("2026-03-04T05:00:11Z"));
  }

  @Test
  void aFeedWithoutItemsHasNothingNewAndSaysWhenItWasBuilt() {
    ParsedPage page = rss(FeedSamples.RSS.replaceAll("(?s)<item>.*</item>", ""));

    assertThat(page.outcome()).isEqualTo(new HarvestOutcome.NothingNew("it lists no papers"));
    assertThat(entries(page).built()).isEqualTo(Instant.parse("2026-03-04T05:00:11Z"));
  }
}
