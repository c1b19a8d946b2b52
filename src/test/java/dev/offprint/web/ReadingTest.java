package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pages, the feed and the API that anyone can read. */
class ReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void announce(String id, LocalDate day, int upvotes, String title, String text) {
    Paper paper =
        new Paper(
            new PaperId(id),
            title,
            text,
            List.of(new Author("Ada Lovelace"), new Author("Emmy Noether")),
            List.of("cs.LG"),
            new Paper.Links(
                URI.create("https://arxiv.org/abs/" + id),
                URI.create("https://arxiv.org/pdf/" + id),
                null),
            new Paper.Dates(null, day, null));
    Map<Signal.Kind, Integer> votes =
        upvotes == 0 ? Map.of() : Map.of(Signal.Kind.UPVOTES, upvotes);
    site.papers.record(List.of(new Sighting(paper, "huggingface", votes, site.now)));
  }

  private void announce(String id, LocalDate day, int upvotes) {
    announce(id, day, upvotes, "Paper " + id, "What it says.");
  }

  private List<String> titles(String path) {
    return Jsoup.parse(site.get(path).body()).select(".papers h3").eachText();
  }

  @Test
  void theFrontPageShowsWhatIsTrendingTheMostVotedFirst() {
    announce("2611.00001", TODAY, 3);
    announce("2611.00002", TODAY, 40);
    announce("2611.00003", TODAY.minusDays(1), 50);
    announce("2611.00004", TODAY, 0);
    Document page = Jsoup.parse(site.get("/").body());
    assertThat(page.select(".papers h3").eachText())
        .containsExactly("Paper 2611.00002", "Paper 2611.00003", "Paper 2611.00001");
    Element first = page.expectFirst(".papers > li");
    assertThat(first.select("h3 a").attr("href")).isEqualTo("https://arxiv.org/abs/2611.00002");
    assertThat(first.text()).contains("Ada Lovelace and Emmy Noether", "40 upvotes", "cs.LG");
    assertThat(first.select("details p").first().text()).isEqualTo("What it says.");
    assertThat(first.select("details[open]")).isEmpty();
    assertThat(page.select(".days-list a").eachAttr("href")).contains("/trending/2026-11-23");
  }

  @Test
  void whereNobodyVotesTheNewPapersAreShown() {
    announce("2611.00001", TODAY, 0);
    Document page = Jsoup.parse(site.get("/").body());
    assertThat(page.select("h2").eachText()).contains("New today");
    assertThat(page.select(".papers h3").eachText()).containsExactly("Paper 2611.00001");
  }

  @Test
  void whereThereAreNoPapersThePageSaysSo() {
    Document page = Jsoup.parse(site.get("/").body());
    assertThat(page.select("main").text()).contains("No papers were announced");
  }

  @Test
  void aDayHasAPageThatStays() {
    announce("2611.00001", TODAY.minusDays(3), 7);
    assertThat(titles("/trending/2026-11-21")).containsExactly("Paper 2611.00001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-25", "2026-11-01", "yesterday", "2026-02-30", "+999999999-12-31", "0"})
  void aDayWithoutPapersOrNoneAtAllIs404(String day) {
    announce("2611.00001", TODAY, 7);
    assertThat(site.get("/trending/" + day).statusCode()).isEqualTo(404);
  }

  @Test
  void theFrontPageFollowsWithinHalfAMinute() {
    announce("2611.00001", TODAY, 3);
    assertThat(titles("/")).hasSize(1);
    announce("2611.00002", TODAY, 4);
    site.passes(Duration.ofSeconds(30));
    assertThat(titles("/")).hasSize(2);
  }

  @Test
  void aBrowserThatHasThePageIsNotSentItAgain() {
    announce("2611.00001", TODAY, 3);
    String tag = site.get("/").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        site.send(HttpRequest.newBuilder(site.at("/")).header("If-None-Match", tag).build());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void theFeedIsAtomWithAnEntryForEachPaper() throws Exception {
    announce("2611.00001", TODAY, 3, "On a < b & \"c\"", "Text & <b>more</b>\u0001\uFFFE.");
    HttpResponse<String> answer = site.get("/trending.atom");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    org.w3c.dom.Document feed =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    NodeList entries = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
    assertThat(entries.getLength()).isEqualTo(1);
    assertThat(entries.item(0).getTextContent())
        .contains("On a < b & \"c\"", "Ada Lovelace", "tag:localhost,2026:paper:2611.00001");
  }

  @Test
  void theApiHasTheSamePapers() {
    announce("2611.00001", TODAY, 3);
    assertThat(site.get("/api/trending").body())
        .contains("\"id\":\"2611.00001\"", "\"upvotes\":3", "\"announced\":\"2026-11-24\"");
  }

  @Test
  void whatAPaperHoldsIsTextWhateverItHolds() {
    String nasty =
        "</p></details><script>alert(1)</script><img src=x onerror=alert(2)> \u202Eturned\u0007 ${7*7}"
            + " [[${7*7}]] __${7*7}__ javascript:alert(3)";
    announce("2611.00001", TODAY, 3, nasty, nasty + " " + "long ".repeat(200_000));
    for (String path : List.of("/", "/trending/2026-11-24")) {
      String body = site.get(path).body();
      Document page = Jsoup.parse(body);
      assertThat(page.select("main script, main img, main [onerror]")).isEmpty();
      assertThat(page.select(".papers li > article")).hasSize(1);
      assertThat(body).contains("${7*7}").doesNotContain("49", "\u202E", "\u0007");
      assertThat(body.length()).isLessThan(100_000);
    }
  }
}
