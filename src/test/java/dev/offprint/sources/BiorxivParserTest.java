package dev.offprint.sources;

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
import org.junit.jupiter.api.Test;

class BiorxivParserTest {
  private static ParsedPage parse(String text) {
    return new BiorxivParser("biorxiv", null, NOW).parse(bytes(text));
  }

  @Test
  void preprintsAreRead() {
    Paper brains = papers(parse(FeedSamples.BIORXIV)).getFirst();

    assertThat(brains.id()).isEqualTo(new PaperId("10.1101/2026.03.01.111111"));
    assertThat(authors(brains)).containsExactly("A. Lind", "B. C. Ek");
    assertThat(brains.categories()).containsExactly("biorxiv.cell-biology");
    assertThat(brains.dates().announced()).isEqualTo("2026-03-03");
    assertThat(brains.links().page())
        .hasToString("https://www.biorxiv.org/content/10.1101/2026.03.01.111111");
  }

  @Test
  void aLaterVersionIsAReplacementAndAWithdrawnOneIsMarked() {
    ParsedPage page = parse(FeedSamples.BIORXIV);

    assertThat(kinds(page)).containsExactly(NEW, REPLACEMENT);
    assertThat(papers(page).get(1).dates().withdrawn()).isEqualTo("2026-03-03");
    assertThat(papers(page).get(1).dates().announced()).isBefore("2026-03-03");
    assertThat(entries(page).announcements().get(1).sighting().alsoKnownAs())
        .containsExactly(new PaperId("10.1234/wings"));
    assertThat(entries(page).setAside()).containsExactly("preprint 3: it has no title");
  }

  @Test
  void theNextCursorIsWhereThisPageEnds() {
    assertThat(entries(parse(FeedSamples.BIORXIV)).total()).isEqualTo(5);
    assertThat(entries(parse(FeedSamples.BIORXIV)).resumptionToken()).isEqualTo("3");
    String last = FeedSamples.BIORXIV.replace("\"cursor\":\"0\"", "\"cursor\":2");
    assertThat(entries(parse(last)).resumptionToken()).isNull();
  }

  @Test
  void noPostsIsNothingNew() {
    assertThat(
            parse("{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}").outcome())
        .isInstanceOf(HarvestOutcome.NothingNew.class);
  }

  @Test
  void anythingElseIsBroken() {
    assertThat(why(parse("{\"messages\":[{\"status\":\"Error: bad date\"}]}")))
        .isEqualTo("the bioRxiv API answers with: Error: bad date");
    assertThat(why(parse("{}"))).contains("no status");
    assertThat(why(parse(FeedSamples.BIORXIV.substring(0, 300)))).startsWith("it is not JSON");
    assertThat(why(parse("{\"messages\":[{\"status\":\"ok\"}],\"collection\":{}}")))
        .isEqualTo("its collection is not an array");
  }
}
