package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding one paper, and following what comes. */
class FindingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data, "https://papers.example.org/");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void announce(String id, LocalDate day, String title, String page, int upvotes) {
    site.papers.record(
        List.of(
            new Sighting(
                new Paper(
                    new PaperId(id),
                    title,
                    "They juggle.",
                    List.of(),
                    List.of("cs.RO"),
                    new Paper.Links(page.isEmpty() ? null : URI.create(page), null, null),
                    new Paper.Dates(null, day, null)),
                "test",
                Map.of(Signal.Metric.UPVOTES, upvotes),
                site.now)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Document page(String path) {
    return Jsoup.parse(site.get(path).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2611.00001",
        "arXiv:2611.00001v2",
        "https://arxiv.org/abs/2611.00001",
        "https://arxiv.org/pdf/2611.00001v1.pdf",
        "arxiv.org/html/2611.00001",
        "https://huggingface.co/papers/2611.00001",
        "https://hf.co/papers/2611.00001",
        "https://ar5iv.org/abs/2611.00001",
        "https://doi.org/10.48550/arXiv.2611.00001",
        "doi:10.48550/arXiv.2611.00001",
        " (2611.00001) "
      })
  void whatNamesAPaperFindsIt(String text) {
    announce("2611.00001", TODAY, "Robots", "https://arxiv.org/abs/2611.00001", 1);
    announce("2611.00002", TODAY, "Robots", "https://arxiv.org/abs/2611.00002", 1);
    Document found = page("/search?q=" + encoded(text));
    assertThat(found.select(".papers h3 a").eachAttr("href"))
        .containsExactly("https://arxiv.org/abs/2611.00001");
    assertThat(found.select("h2").eachText()).contains("1 paper");
    assertThat(site.get("/api/papers?q=" + encoded(text)).body()).contains("\"total\":1");
    assertThat(site.get("/search.atom?q=" + encoded(text)).body()).contains("paper:2611.00001");
  }

  @Test
  void doisAndOwnIdsFindTheirPaperAndOtherWordsDoNot() {
    announce("10.1101/2026.11.20.123456", TODAY, "Robots", "", 1);
    announce("test:7", TODAY, "Moles", "", 1);
    for (String text :
        List.of(
            "10.1101/2026.11.20.123456",
            "https://www.biorxiv.org/content/10.1101/2026.11.20.123456v2.full")) {
      assertThat(page("/search?q=" + encoded(text)).select(".papers h3").eachText())
          .containsExactly("Robots");
    }
    assertThat(page("/search?q=test:7").select(".papers h3").eachText()).containsExactly("Moles");
    assertThat(page("/search?q=moles").select(".papers h3").eachText()).containsExactly("Moles");
  }

  @Test
  void aPaperThatIsNotKnownIsNotOffered() {
    Document found = page("/search?q=2611.99999");
    assertThat(found.text()).contains("This paper is not known here");
    assertThat(found.select(".offer")).isEmpty();
  }

  @Test
  void whereNothingIsFoundASearchSaysWhatMayHaveBeenMeant() {
    assertThat(page("/search?q=robots+cat:cs.LLM").text()).contains("arXiv has no category cs.LLM");
    assertThat(page("/search?q=robots&category=cs.ML").text()).contains("stat.ML");
  }

  @Test
  void aFeedHasTheNewestFirstHoweverWellTheyFit() {
    IntStream.range(10, 40)
        .forEach(
            i -> announce("2611.000" + i, TODAY.minusDays(3), "Robots, robots, robots", "", i));
    announce("2611.00001", TODAY, "On a town by the sea, and also robots", "", 0);
    Document feed = feed("/search.atom?q=robots");
    assertThat(feed.select("entry")).hasSize(20);
    assertThat(feed.expectFirst("entry > id").text()).endsWith("paper:2611.00001");
    assertThat(page("/search?q=robots&sort=newest").expectFirst(".papers h3").text())
        .startsWith("On a town");
    assertThat(page("/search?q=robots").expectFirst(".papers h3").text()).startsWith("Robots,");
    Document trending = feed("/trending.atom");
    assertThat(trending.select("entry > updated").eachText())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  private Document feed(String path) {
    return Jsoup.parse(site.get(path).body(), "", Parser.xmlParser());
  }

  /** RFC 4287, sections 4.1.1 and 4.1.2. */
  @Test
  void aFeedIsWhole() {
    announce("2611.00001", TODAY, "Robots", "https://arxiv.org/abs/2611.00001", 3);
    announce("test:7/a b".replace(" ", "_"), TODAY, "Robots too", "", 2);
    for (String path : List.of("/search.atom?q=robots", "/trending.atom", "/search.atom?q=none")) {
      Document document = feed(path);
      Element feed = document.expectFirst("feed");
      assertThat(feed.select("> id, > title, > updated, > author > name")).hasSize(4);
      assertThat(feed.select("> link[rel=self]").attr("href"))
          .isEqualTo("https://papers.example.org" + path);
      assertThat(feed.select("> link[rel=alternate]")).hasSize(1);
      for (Element entry : feed.select("entry")) {
        assertThat(entry.select("> id, > title, > updated, > published")).hasSize(4);
        assertThat(entry.select("> link[rel=alternate]")).hasSize(1);
      }
      assertThat(feed.select("entry > id").eachText()).doesNotHaveDuplicates();
    }
    assertThat(feed("/search.atom?q=robots").select("entry link[rel=alternate]").eachAttr("href"))
        .containsExactlyInAnyOrder(
            "https://arxiv.org/abs/2611.00001", "https://papers.example.org/paper/test:7/a_b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%00", "%01%0B", "%EF%BF%BF", "%EF%BF%BE%E2%80%AE", "%F0%9F%9A%80", "%3C%26"})
  void aFeedOfAnythingIsXml(String query) {
    HttpResponse<String> answer = site.get("/search.atom?q=x" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body(), "", Parser.xmlParser()).select("feed > title").text())
        .startsWith("Papers: x");
  }

  @Test
  void whoHasAFeedGetsItAgainOnlyWhenItChanged() {
    announce("2611.00001", TODAY, "Robots", "", 3);
    for (String path : List.of("/search.atom?q=robots", "/trending.atom")) {
      HttpResponse<String> first = site.get(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      String changed = first.headers().firstValue("Last-Modified").orElseThrow();
      site.passes(Duration.ofMinutes(5));
      assertThat(asked(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(asked(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
      assertThat(asked(path, "If-None-Match", "\"else\"").statusCode()).isEqualTo(200);
      assertThat(asked(path, "If-Modified-Since", changed).statusCode()).isEqualTo(304);
      assertThat(asked(path, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
      assertThat(asked(path, "If-Modified-Since", "Tue, 24 Nov 2015 12:00:00 GMT").statusCode())
          .isEqualTo(200);
    }
    String before =
        site.get("/search.atom?q=robots").headers().firstValue("Last-Modified").orElseThrow();
    announce("2611.00002", TODAY, "More robots", "", 3);
    site.passes(Duration.ofMinutes(1));
    HttpResponse<String> changed = asked("/search.atom?q=robots", "If-Modified-Since", before);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("More robots");
  }

  private HttpResponse<String> asked(String path, String header, String value) {
    return site.send(HttpRequest.newBuilder(site.at(path)).header(header, value).build());
  }

  @Test
  void aSearchShowsTheSentenceThatFits() {
    announce("2611.00001", TODAY, "Robots", "", 1);
    assertThat(page("/search?q=juggle").select(".papers .why").text()).isEqualTo("“They juggle.”");
    assertThat(page("/search?q=robots").select(".papers .why")).isEmpty();
    assertThat(page("/search?q=2611.00001").select(".papers .why")).isEmpty();
  }

  @Test
  void aPaperHasAPageWithItsVotesAndWhatIsLikeIt() {
    announce("10.1101/2026.11.20.123456", TODAY, "Robots that juggle", "", 3);
    announce("2611.00002", TODAY, "Robots that juggle torches", "", 0);
    site.passes(Duration.ofDays(1));
    announce("10.1101/2026.11.20.123456", TODAY, "Robots that juggle", "", 8);
    String path = page("/search?q=robots").select(".facts a[href^=/paper/10]").attr("href");
    Document page = page(path);
    assertThat(page.select("h1").text()).isEqualTo("Robots that juggle");
    assertThat(page.select(".abstract").text()).isEqualTo("They juggle.");
    assertThat(page.select("td").eachText())
        .containsExactly("25 November 2026", "8", "24 November 2026", "3");
    assertThat(page.select(".papers h3").eachText()).containsExactly("Robots that juggle torches");
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://papers.example.org/paper/10.1101/2026.11.20.123456");
    assertThat(page.select("meta[property=og:title]").attr("content")).contains("Robots");
    assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("They juggle.");
    assertThat(page.select("meta[name=robots]")).isEmpty();
    assertThat(page("/paper/doi:10.1101%2F2026.11.20.123456").select("h1").text())
        .isEqualTo("Robots that juggle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/paper/2611.99999", "/paper/%00", "/paper/a%20b", "/paper/"})
  void aPaperThatThereIsNotHasNone(String path) {
    assertThat(site.get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void pagesOfALinkAreNotToBeIndexed() {
    HttpResponse<String> answer = site.get("/preferences/AAAA");
    assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(Jsoup.parse(answer.body()).select("meta[name=robots]").attr("content"))
        .isEqualTo("noindex");
    assertThat(page("/").select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://papers.example.org/");
  }
}
