package dev.offprint.sources.arxiv;

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
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OaiPmhParserTest {
  private static ParsedPage parse(String text) {
    return new OaiPmhParser(NOW).parse(bytes(text));
  }

  private static String error(String code) {
    return "<OAI-PMH><responseDate>2026-03-04T01:00:00Z</responseDate><error code=\""
        + code
        + "\">It did not work</error></OAI-PMH>";
  }

  @Test
  void recordsAreRead() {
    ParsedPage page = parse(FeedSamples.OAI);
    Paper hives = papers(page).getFirst();

    assertThat(hives.id()).isEqualTo(new PaperId("2603.00030"));
    assertThat(authors(hives)).containsExactly("Hive Collaboration", "Sam Roe Jr.");
    assertThat(hives.categories()).containsExactly("cs.LG", "stat.ML");
    assertThat(hives.abstractText()).isEqualTo("Round.");
    assertThat(hives.dates())
        .isEqualTo(new Paper.Dates(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4), null));
    assertThat(entries(page).announcements().getFirst().sighting().alsoKnownAs())
        .containsExactly(new PaperId("10.1234/h.1"), new PaperId("10.1234/h.2"));
  }

  @Test
  void anUpdatedRecordIsAReplacementAnnouncedAfterItWasCreated() {
    ParsedPage page = parse(FeedSamples.OAI);

    assertThat(kinds(page)).containsExactly(NEW, REPLACEMENT);
    assertThat(papers(page).get(1).dates().announced()).isEqualTo("2025-01-08");
  }

  @Test
  void aDeletedRecordIsSetAside() {
    assertThat(entries(parse(FeedSamples.OAI)).setAside())
        .containsExactly("record 3: it was deleted: oai:arXiv.org:2501.00032");
  }

  @Test
  void theTokenLeadsToTheNextPageAndAnEmptyOneEndsTheList() {
    assertThat(entries(parse(FeedSamples.OAI)).resumptionToken()).isEqualTo("token|1001");
    assertThat(entries(parse(FeedSamples.OAI)).total()).isEqualTo(2500);
    ParsedPage last = parse(FeedSamples.OAI.replace("token|1001", ""));
    assertThat(entries(last).resumptionToken()).isNull();
  }

  @Test
  void noMatchingRecordsIsNothingNew() {
    assertThat(parse(error("noRecordsMatch")).outcome())
        .isEqualTo(new HarvestOutcome.NothingNew("it lists no papers"));
  }

  @Test
  void anyOtherErrorIsBrokenAndNamed() {
    assertThat(why(parse(error("badResumptionToken"))))
        .isEqualTo("arXiv answers with an OAI error: badResumptionToken: It did not work");
  }
}
