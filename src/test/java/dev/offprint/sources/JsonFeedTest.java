package dev.offprint.sources;

import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.authors;
import static dev.offprint.sources.FeedSamples.bytes;
import static dev.offprint.sources.FeedSamples.entries;
import static dev.offprint.sources.FeedSamples.papers;
import static dev.offprint.sources.FeedSamples.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.sources.files.PaperFileReader;
import dev.offprint.sources.files.PaperFiles;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Feeds in JSON (https://jsonfeed.org/version/1.1). */
class JsonFeedTest {
  private static final String FEED =
      """
      {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Lab",
        "home_page_url": "https://lab.example/news/",
        "items": [
          {
            "id": "https://lab.example/news/1",
            "url": "1",
            "title": "Bees &amp; graphs",
            "content_html": "<p>We <b>count</b> bees.</p>",
            "date_published": "2026-03-03T10:00:00+01:00",
            "authors": [{"name": "Ada Lind"}, {"url": "https://bo.example/"}, {"name": "Bo Ek"}],
            "tags": ["bees", "two words"]
          },
          {"id": 2, "external_url": "https://arxiv.org/abs/2603.00001v2", "title": "Wasps",
           "content_text": "a < b & c", "author": {"name": "Cy Dahl"}},
          {"id": "3", "summary": "A note without a title."},
          {"id": "4"}
        ]
      }
      """;

  private static ParsedPage parse(String text) {
    return new FeedParser("lab", null, null, NOW).parse(bytes(text));
  }

  @Test
  void itsItemsAreEntries() {
    Paper bees = papers(parse(FEED)).getFirst();

    assertThat(bees.title()).isEqualTo("Bees & graphs");
    assertThat(bees.abstractText()).isEqualTo("We count bees.");
    assertThat(authors(bees)).containsExactly("Ada Lind", "Bo Ek");
    assertThat(bees.categories()).containsExactly("bees");
    assertThat(bees.links().page()).hasToString("https://lab.example/news/1");
    assertThat(bees.dates())
        .isEqualTo(new Paper.Dates(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3), null));
  }

  @Test
  void anItemOfVersion1AndOneWithoutTitleAreEntriesToo() {
    assertThat(papers(parse(FEED)))
        .extracting(Paper::title)
        .containsExactly("Bees & graphs", "Wasps", "A note without a title.");
    Paper wasps = papers(parse(FEED)).get(1);
    assertThat(wasps.id()).isEqualTo(new PaperId("2603.00001"));
    assertThat(wasps.abstractText()).isEqualTo("a < b & c");
    assertThat(authors(wasps)).containsExactly("Cy Dahl");
    assertThat(entries(parse(FEED)).setAside()).containsExactly("entry 4: it has no title");
  }

  @Test
  void aFileOfOneIsRecognised() {
    assertThat(
            PaperFiles.papers(
                new PaperFileReader(() -> NOW)
                    .read(new ByteArrayInputStream(bytes(FEED)), null, null)))
        .extracting(Paper::title)
        .contains("Bees & graphs");
  }

  @Test
  void oneThatBreaksOffOrHasNoItemsIsBroken() {
    assertThat(why(parse(FEED.substring(0, 300)))).startsWith("it is not JSON: ");
    assertThat(why(parse("{\"version\": \"https://jsonfeed.org/version/1.1\"}")))
        .isEqualTo("it is JSON, but not a JSON Feed with a version and items");
  }
}
