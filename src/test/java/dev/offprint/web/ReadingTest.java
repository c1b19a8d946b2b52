package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.io.StringReader;
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
    Map<Signal.Metric, Integer> votes =
        upvotes == 0 ? Map.of() : Map.of(Signal.Metric.UPVOTES, upvotes);
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
    assertThat(first.expectFirst("details p").text()).isEqualTo("What it says.");
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
      strings = {
        "2026-11-25",
        "2026-11-01",
        "yesterday",
        "2026-02-30",
        "+999999999-12-31",
        "-999999999-01-01",
        "0"
      })
  void aDayWithoutPapersOrNoneAtAllIs404(String day) {
    announce("2611.00001", TODAY, 7);
    assertThat(site.get("/trending/" + day).statusCode()).isEqualTo(404);
    String asked = URLEncoder.encode(day, StandardCharsets.UTF_8);
    assertThat(site.get("/api/trending?date=" + asked).statusCode()).isLessThan(500);
    assertThat(site.get("/search?from=" + asked).statusCode()).isLessThan(500);
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
        "</p></details><script>alert(1)</script><img src=x onerror=alert(2)> \u202Eturned\u0007"
            + " ${7*7} [[${7*7}]] __${7*7}__ javascript:alert(3)";
    announce("2611.00001", TODAY, 3, nasty, nasty + " " + "long ".repeat(200_000));
    for (String path : List.of("/", "/trending/2026-11-24", "/search?q=turned")) {
      String body = site.get(path).body();
      Document page = Jsoup.parse(body);
      assertThat(page.select("main script, main img, main [onerror]")).isEmpty();
      assertThat(page.select(".papers li > article")).hasSize(1);
      assertThat(body).contains("${7*7}").doesNotContain("49", "\u202E", "\u0007");
      assertThat(body.length()).isLessThan(100_000);
    }
  }

  @Test
  void theArchiveListsTheDaysThatHavePapersByMonths() {
    announce("2611.00001", TODAY.minusDays(3), 7);
    announce("2611.00002", TODAY.minusDays(30), 0);
    Document page = Jsoup.parse(site.get("/trending").body());
    assertThat(page.select("h2").eachText()).containsExactly("November 2026", "October 2026");
    assertThat(page.select(".days-list a").eachAttr("href"))
        .containsExactly("/trending/2026-11-21", "/trending/2026-10-25");
  }

  @Test
  void aSearchFindsPapersOfAnyDayTheBestFitFirst() {
    announce("2611.00001", TODAY, 7, "On robots", "Robots and robots.");
    announce("2511.00002", TODAY.minusDays(300), 0, "Of machines", "A robot or two among others.");
    announce("2611.00003", TODAY, 9, "On cells", "Nothing of the kind.");
    Document page = Jsoup.parse(site.get("/search?q=robot").body());
    assertThat(page.select(".papers h3").eachText()).containsExactly("On robots", "Of machines");
    assertThat(page.expectFirst("h2").text()).isEqualTo("2 papers");
    assertThat(page.select("#q").val()).isEqualTo("robot");
  }

  @Test
  void aSearchTellsWhatItWouldHaveBroughtAndLeadsToASubscription() {
    announce("2611.00001", TODAY, 7, "On robots", "Robots.");
    announce("2511.00002", TODAY.minusDays(300), 0, "Of robots", "Robots.");
    Element offer = Jsoup.parse(site.get("/search?q=%22on+robots%22").body()).expectFirst(".offer");
    assertThat(offer.text())
        .contains(
            "As an interest, it is met by 1 paper of the last 8 days, by words or by meaning.");
    Document form = Jsoup.parse(site.get(offer.expectFirst("a.button").attr("href")).body());
    assertThat(form.expectFirst("#interests").wholeText()).isEqualTo("\"on robots\"");
    assertThat(form.select("input[name=trending][checked]")).isEmpty();
    assertThat(form.select("#preview .papers h3").eachText()).containsExactly("On robots");
  }

  @Test
  void inAFloodOfSearchesWhatTheyWouldHaveBroughtIsLeftOut() {
    announce("2611.00001", TODAY, 7, "On robots", "Robots.");
    for (int asked = 0; asked < 20; asked++) {
      assertThat(site.get("/search?q=robots+-moles" + asked).body())
          .contains("it is met by 1 paper of the last 8 days");
    }
    String search = "/search?q=robots";
    assertThat(site.get(search).body())
        .contains("On robots", "Subscribe to this search")
        .doesNotContain("it is met by");
    assertThat(site.get("/search?q=robots+-moles7").body())
        .contains("it is met by 1 paper of the last 8 days");
    site.now = site.now.plusMillis(200);
    assertThat(site.get(search).body()).contains("it is met by 1 paper of the last 8 days");
  }

  @Test
  void aSearchIsNarrowedByCategoryAndDays() {
    announce("2611.00001", TODAY, 7);
    announce("2611.00002", TODAY.minusDays(9), 7);
    assertThat(titles("/search?category=cs.LG&to=2026-11-20")).containsExactly("Paper 2611.00002");
    assertThat(titles("/search?category=math")).isEmpty();
    assertThat(titles("/search?from=2026-11-24&to=2026-11-24")).containsExactly("Paper 2611.00001");
  }

  @Test
  void aDayThatIsNoneIsToldNextToItsFieldAndTheRestIsKept() {
    HttpResponse<String> answer = site.get("/search?q=robot&from=soon&to=2026-11-24");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#from-error").text()).contains("2026-05-27");
    assertThat(page.select("#q").val()).isEqualTo("robot");
    assertThat(page.select("#to").val()).isEqualTo("2026-11-24");
  }

  @Test
  void manyResultsComeInPages() {
    for (int i = 10; i < 55; i++) {
      announce("2611.000" + i, TODAY, 100 - i, "Robots " + i, "");
    }
    Document first = Jsoup.parse(site.get("/search?q=robots").body());
    assertThat(first.select(".papers > li")).hasSize(20);
    assertThat(first.select("a[rel=prev]")).isEmpty();
    Document second = Jsoup.parse(site.get(first.select("a[rel=next]").attr("href")).body());
    Document third = Jsoup.parse(site.get(second.select("a[rel=next]").attr("href")).body());
    assertThat(third.select(".papers > li")).hasSize(5);
    assertThat(third.select("a[rel=next]")).isEmpty();
    assertThat(third.select("a[rel=prev]").attr("href")).isEqualTo("/search?q=robots&page=2");
    assertThat(site.get("/search?q=robots&page=999999999999").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "%24%7B7331*3%7D",
        "((((",
        "*",
        "%00",
        "a%3A%22"
      })
  void whateverIsSearchedForIsText(String query) {
    for (String path : List.of("/search?q=", "/subscribe?q=")) {
      HttpResponse<String> answer = site.get(path + query);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Jsoup.parse(answer.body()).select("script:not([src])")).isEmpty();
      assertThat(answer.body()).doesNotContain("21993");
    }
    assertThat(site.get("/search.atom?q=" + query).statusCode()).isEqualTo(200);
    assertThat(site.get("/api/papers?q=" + query).statusCode()).isEqualTo(200);
  }

  @Test
  void aSearchAndItsFeedAndItsJsonHaveTheSamePapers() {
    announce("2611.00001", TODAY, 7, "On robots", "Robots.");
    announce("2611.00002", TODAY, 7, "On cells", "Cells.");
    assertThat(site.get("/search.atom?q=robots").body())
        .contains("<title>On robots</title>")
        .doesNotContain("cells");
    assertThat(site.get("/api/papers?q=robots").body())
        .contains("\"total\":1", "On robots")
        .doesNotContain("cells");
    assertThat(site.get("/api/papers?from=soon").statusCode()).isEqualTo(422);
    assertThat(site.get("/search.atom?from=soon").statusCode()).isEqualTo(400);
  }

  @Test
  void theFormShowsWhatTodayWouldBringBeforeAnythingElseIsFilledIn() {
    announce("2611.00001", TODAY, 7, "On robots", "Robots.");
    announce("2611.00002", TODAY, 7, "On cells", "Cells.");
    HttpResponse<String> part = site.postFields("/preview", "interests", "robots", "maximum", "10");
    assertThat(part.statusCode()).isEqualTo(200);
    assertThat(part.body()).doesNotContain("<html", "On cells");
    assertThat(Jsoup.parse(part.body()).select(".papers h3").eachText())
        .containsExactly("On robots");
    assertThat(Jsoup.parse(part.body()).select(".why").text()).contains("your interest \"robots\"");
    assertThat(site.postFields("/preview", "interests", "-only", "maximum", "10").body())
        .contains("it will never match");
    Document form =
        Jsoup.parse(
            site.postFields(
                    "/subscribe/form",
                    "interests",
                    "robots",
                    "maximum",
                    "10",
                    "at",
                    "07:00",
                    "zone",
                    "UTC",
                    "address",
                    "")
                .body());
    assertThat(form.select("#preview .papers h3").eachText()).containsExactly("On robots");
    assertThat(form.select(".error")).isEmpty();
  }

  @Test
  void thePreviewTellsWhatWasUnderstoodOfWhatWasPasted() {
    announce("2611.00001", TODAY, 7, "On robots", "Robots.");
    Document part =
        Jsoup.parse(
            site.postFields(
                    "/preview",
                    "interests",
                    "robots; <b>drones</b>\nhttps://arxiv.org/abs/2401.12345v1\narXiv:2611.00001",
                    "maximum",
                    "10")
                .body());
    assertThat(part.select("[data-notes] li").eachText())
        .containsExactly(
            "“robots; <b>drones</b>”: read as 2 interests.",
            "“https://arxiv.org/abs/2401.123…”: read as papers like 2401.12345.",
            "“arXiv:2611.00001”: read as papers like 2611.00001.",
            "The paper 2401.12345 is not known here yet.");
    assertThat(site.postFields("/preview", "interests", "a@b.org\nrobots\n-x\nc@d.org").body())
        .contains(
            "“a@b.org”: it is an e-mail", "“-x”: it will never", "“c@d.org”: it is an e-mail");
  }
}
