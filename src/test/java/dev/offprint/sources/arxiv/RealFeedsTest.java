package dev.offprint.sources.arxiv;

import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.authors;
import static dev.offprint.sources.FeedSamples.entries;
import static dev.offprint.sources.FeedSamples.kinds;
import static dev.offprint.sources.FeedSamples.papers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import dev.offprint.sources.Announcement;
import dev.offprint.sources.ParsedPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parsers on public answers of arXiv. */
@Tag("real")
class RealFeedsTest {
  private static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));

  private static ParsedPage atom(String file) throws IOException {
    return new ArxivAtomParser(null, NOW)
        .parse(Files.readAllBytes(DATA.resolve("arxiv-atom").resolve(file)));
  }

  private static ParsedPage oai(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      boolean packed = file.toString().endsWith(".gz");
      return new OaiPmhParser(NOW)
          .parse((packed ? new GZIPInputStream(input) : input).readAllBytes());
    }
  }

  @Test
  void theOldAnswerOfTheApi() throws IOException {
    ParsedPage page = atom("query_einstein_2018-02-05.oldformat.xml");
    Paper first = papers(page).getFirst();

    assertThat(papers(page)).hasSize(10);
    assertThat(entries(page).setAside()).isEmpty();
    assertThat(entries(page).total()).isEqualTo(28_637);
    assertThat(first.id().value()).isEqualTo("1801.05533");
    assertThat(first.categories()).containsExactly("math.DG");
    assertThat(authors(first)).containsExactly("Xiaomin Chen");
    assertThat(first.dates().announced()).isEqualTo("2018-01-18");
  }

  @Test
  void theNewAnswerOfTheApi() throws IOException {
    ParsedPage page = atom("query_BIPV_2026-07-29.newformat.xml");

    assertThat(papers(page))
        .extracting(paper -> paper.id().value())
        .hasSize(3)
        .startsWith("2511.18882", "2510.00797");
    assertThat(entries(page).total()).isEqualTo(9);
    assertThat(authors(papers(page).getFirst()))
        .hasSize(5)
        .startsWith("Ayca Duran", "Christoph Waibel");
    assertThat(papers(page).get(1).categories()).containsExactly("cs.CV", "cs.AI");
  }

  @Test
  void theDailyAtomFeed() throws IOException {
    ParsedPage page = atom("rss.arxiv.org_atom_cs.AI_2025-08-20.trimmed7.xml");

    assertThat(kinds(page)).hasSize(7).filteredOn(kind -> kind == Announcement.Type.NEW).hasSize(2);
    assertThat(entries(page).setAside()).isEmpty();
    assertThat(papers(page))
        .allSatisfy(paper -> assertThat(paper.dates().announced()).isEqualTo("2025-08-20"))
        .allSatisfy(paper -> assertThat(paper.abstractText()).doesNotContain("Announce Type"));
    assertThat(authors(papers(page).getFirst()))
        .containsExactly("Chunhua Liu", "Kabir Manandhar Shrestha", "Sukai Huang");
  }

  @Test
  void thePagesOverOai() throws IOException {
    int all = 0;
    for (String name : List.of("001", "002", "003", "103")) {
      ParsedPage page = oai(DATA.resolve("arxiv-oai/" + name + ".xml.gz"));
      assertThat(entries(page).setAside()).as(name).isEmpty();
      assertThat(entries(page).total()).isEqualTo(102_538);
      all += entries(page).announcements().size();
      if (name.equals("103")) {
        assertThat(entries(page).resumptionToken()).isNull();
      } else {
        assertThat(entries(page).resumptionToken()).startsWith("1122234|");
      }
    }
    assertThat(all).isEqualTo(3_538);
  }

  @Test
  void theFirstRecordsOverOai() throws IOException {
    List<Paper> papers = papers(oai(DATA.resolve("arxiv-oai/001.xml.gz")));

    assertThat(papers.getFirst().id().value()).isEqualTo("0704.0002");
    assertThat(authors(papers.getFirst())).containsExactly("Ileana Streinu", "Louis Theran");
    assertThat(papers.getFirst().categories()).containsExactly("math.CO", "cs.CG");
    assertThat(papers.get(1).dates().announced()).isEqualTo("2007-04-03");
  }

  @Test
  void theSamplesWithCollaborationsAndAffiliations() throws IOException {
    try (Stream<Path> samples = Files.list(DATA.resolve("arxiv-oai/samples"))) {
      for (Path sample : samples.sorted().toList()) {
        ParsedPage page = oai(sample);
        assertThat(entries(page).announcements()).as(sample.toString()).isNotEmpty();
        assertThat(papers(page))
            .allSatisfy(paper -> assertThat(authors(paper)).isNotEmpty().doesNotContain(":"));
      }
    }
    assertThat(
            authors(
                papers(oai(DATA.resolve("arxiv-oai/samples/sample_arxiv_record8.xml"))).getFirst()))
        .startsWith("Super-Kamiokande Collaboration", "K. Abe");
  }
}
