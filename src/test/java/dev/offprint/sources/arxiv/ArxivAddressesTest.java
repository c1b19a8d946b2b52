package dev.offprint.sources.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where arXiv and its mirrors are asked. */
class ArxivAddressesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  @ParameterizedTest
  @ValueSource(strings = {"https://arxiv.org", "https://arxiv.org/"})
  void arxivHasAHostForEachKindOfQuestion(String base) {
    ArxivAddresses arxiv = ArxivAddresses.of(URI.create(base));

    assertThat(arxiv.feed(List.of("cs.AI", "q-bio.NC")))
        .hasToString("https://rss.arxiv.org/atom/cs.AI+q-bio.NC");
    assertThat(arxiv.search(List.of("hep-th"), ArxivCalendar.submissionsOf(DAY), 500, 500))
        .hasToString(
            "https://export.arxiv.org/api/query?search_query=%28cat%3Ahep-th+OR+cat%3Ahep-th.*%29"
                + "+AND+submittedDate%3A%5B202603021900+TO+202603031900%5D"
                + "&sortBy=submittedDate&sortOrder=ascending&start=500&max_results=500");
    assertThat(arxiv.records("cs", DAY, DAY))
        .hasToString(
            "https://oaipmh.arxiv.org/oai?verb=ListRecords&metadataPrefix=arXiv&set=cs"
                + "&from=2026-03-04&until=2026-03-04");
    assertThat(arxiv.records("a|1 &b"))
        .hasToString("https://oaipmh.arxiv.org/oai?verb=ListRecords&resumptionToken=a%7C1+%26b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://mirror.example/arxiv", "http://mirror.example/arxiv/"})
  void aMirrorHasAPathForEach(String base) {
    ArxivAddresses mirror = ArxivAddresses.of(URI.create(base));

    assertThat(mirror)
        .isEqualTo(
            new ArxivAddresses(
                "http://mirror.example/arxiv/atom",
                "http://mirror.example/arxiv/api/query",
                "http://mirror.example/arxiv/oai"));
  }

  @Test
  void categoriesOfOneArchiveAreInOneSet() {
    assertThat(
            ArxivAddresses.sets(
                List.of("cs.AI", "cs.LG", "stat.ML", "astro-ph.GA", "physics.ao-ph")))
        .containsExactly("cs", "stat", "physics:astro-ph", "physics:physics");
  }
}
