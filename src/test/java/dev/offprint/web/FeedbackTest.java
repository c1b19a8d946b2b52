package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Judgment;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Links;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackTest {
  private static final PaperId PAPER = new PaperId("10.1101/a&b=<c>\"#é");
  private static final String TITLE = "On a < b & <script>alert(1)</script> \"experts\"";
  private static final String SHOWN = "On a < b & alert(1) \"experts\"";
  private static final String QUERY =
      "?paper=" + URLEncoder.encode(PAPER.value(), StandardCharsets.UTF_8);

  @TempDir Path data;
  private Site site;
  private Subscriber ada;

  @BeforeEach
  void start() {
    site = new Site(data);
    ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.papers.record(List.of(sighting(PAPER, TITLE), sighting(new PaperId("2"), "Second")));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Sighting sighting(PaperId id, String title) {
    Paper paper =
        new Paper(
            id,
            title,
            "",
            List.of(),
            List.of(),
            new Paper.Links(null, null, null),
            new Paper.Dates(null, LocalDate.of(2026, 11, 23), null));
    return new Sighting(paper, List.of(), "feed", Map.of(), site.now);
  }

  private String link(Judgment judgment) {
    return new Links(URI.create("http://localhost"), site.tokens)
        .feedback(judgment, ada.id())
        .getRawPath();
  }

  private String preferences() {
    return site.link(Purpose.PREFERENCES, ada);
  }

  private Feedback feedback() {
    return site.parts.people().liked().feedback().of(ada.id());
  }

  @ParameterizedTest
  @EnumSource
  void aGetShowsThePaperAndAButtonForEitherAndChangesNothing(Judgment judgment) {
    Document page = Jsoup.parse(site.get(link(judgment) + QUERY).body());
    List<String> words = List.of("More like this", "Less like this");
    assertThat(page.title()).isEqualTo("More or less like this · Offprint");
    assertThat(page.select("cite").text()).isEqualTo(SHOWN);
    assertThat(page.select("button").eachText())
        .isEqualTo(judgment == Judgment.MORE ? words : words.reversed());
    assertThat(page.select("button:not(.plain)").eachText())
        .containsExactly(page.select("button").getFirst().text());
    assertThat(page.select("script")).isEmpty();
    assertThat(feedback()).isEqualTo(Feedback.NONE);
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }

  @ParameterizedTest
  @EnumSource
  void theButtonSaysItAndItCanBeTakenBackAtOnce(Judgment judgment) {
    Element ask = Jsoup.parse(site.get(link(judgment) + QUERY).body()).select("form").getFirst();
    HttpResponse<String> done = press(ask);
    assertThat(done.statusCode()).isEqualTo(200);
    List<PaperId> said = List.of(PAPER);
    assertThat(feedback())
        .isEqualTo(
            judgment == Judgment.MORE
                ? new Feedback(said, List.of())
                : new Feedback(List.of(), said));
    Document page = Jsoup.parse(done.body());
    assertThat(page.select("h1").text())
        .contains(judgment == Judgment.MORE ? "more like" : "less like");
    assertThat(page.select("cite").text()).isEqualTo(SHOWN);
    assertThat(page.text()).contains("preferences page");

    assertThat(press(page.select("form").getFirst()).body()).contains("Taken back");
    assertThat(feedback()).isEqualTo(Feedback.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void whoFollowedTheOneLinkCanSayTheOther(Judgment judgment) {
    Element other = Jsoup.parse(site.get(link(judgment) + QUERY).body()).select("form").getLast();
    assertThat(press(other).statusCode()).isEqualTo(200);
    assertThat(feedback())
        .isEqualTo(
            judgment == Judgment.MORE
                ? new Feedback(List.of(), List.of(PAPER))
                : new Feedback(List.of(PAPER), List.of()));
  }

  /** Presses the one button of a form with what is in its fields. */
  private HttpResponse<String> press(Element form) {
    return site.post(form.attr("action"), "paper", form.select("input[name=paper]").attr("value"));
  }

  @Test
  void whoHasThisLinkIsHandedNoOtherRight() {
    String done = site.post(link(Judgment.MORE), "paper", PAPER.value()).body();
    for (Purpose purpose : List.of(Purpose.PREFERENCES, Purpose.UNSUBSCRIBE)) {
      assertThat(done).doesNotContain(site.tokens.token(purpose, ada.id(), site.now));
    }
    assertThat(done).doesNotContain("ada@example.org");
  }

  @Test
  void theLaterWordCountsAndOldMailsWork() {
    site.post(link(Judgment.MORE), "paper", PAPER.value());
    site.passes(Duration.ofDays(3000));
    site.post(link(Judgment.LESS), "paper", PAPER.value());
    assertThat(feedback()).isEqualTo(new Feedback(List.of(), List.of(PAPER)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?paper=", "?paper=unknown", "?paper=%00", "?other=9", "?paper=a%20b"})
  void aPaperThatIsNotKnownIsNotTaken(String query) {
    assertThat(site.get(link(Judgment.MORE) + query).statusCode()).isEqualTo(404);
    String paper = query.replaceFirst(".*=", "");
    assertThat(site.post(link(Judgment.MORE), "paper", paper).statusCode()).isEqualTo(404);
    assertThat(feedback()).isEqualTo(Feedback.NONE);
  }

  @Test
  void halfAnEscapeIsNoPaperEither() {
    assertThat(site.raw("GET " + link(Judgment.MORE) + "?paper=%zz HTTP/1.0\r\n\r\n"))
        .matches("(?s)HTTP/1\\.[01] 40[04].*");
  }

  @Test
  void aTokenOfAnotherPurposeOrNoneDoesNothing() {
    String other = site.tokens.token(Purpose.PREFERENCES, ada.id(), site.now);
    for (String token : new String[] {other, "AAAA", "x".repeat(3000), "%C3%A4"}) {
      for (String page : new String[] {"/more/", "/less/"}) {
        assertThat(site.get(page + token + QUERY).statusCode()).isEqualTo(404);
        assertThat(site.post(page + token, "paper", PAPER.value()).statusCode()).isEqualTo(404);
      }
      assertThat(site.post("/take-back/" + token, "paper", "2").statusCode()).isEqualTo(404);
    }
    assertThat(feedback()).isEqualTo(Feedback.NONE);
  }

  @Test
  void whoLeftSaysNothingMore() {
    site.members.setStatus(ada.id(), Status.UNSUBSCRIBED, site.now);
    assertThat(site.get(link(Judgment.MORE) + QUERY).body()).contains("You are unsubscribed");
    assertThat(site.post(link(Judgment.MORE), "paper", PAPER.value()).body())
        .contains("You are unsubscribed");
    assertThat(feedback()).isEqualTo(Feedback.NONE);
  }

  @Test
  void whoHadTrendingPapersAloneNowGetsOthersBesideThem() {
    Preferences before = ada.preferences();
    site.members.setPreferences(
        ada.id(),
        new Preferences(
            Content.TRENDING, List.of(), before.maximum(), before.timing(), before.format()),
        site.now);
    site.passes(Duration.ofDays(2));
    Subscriber due = site.find("ada@example.org");

    site.post(link(Judgment.LESS), "paper", PAPER.value());
    assertThat(site.find("ada@example.org")).isEqualTo(due);
    site.post(link(Judgment.MORE), "paper", PAPER.value());
    Subscriber after = site.find("ada@example.org");
    assertThat(after.preferences()).isEqualTo(due.preferences().with(Content.BOTH));
    assertThat(after.nextDue()).isEqualTo(due.nextDue());

    savePreferences();
    assertThat(site.find("ada@example.org").preferences().content()).isEqualTo(Content.BOTH);
    site.post(preferences() + "/take-back", "paper", PAPER.value());
    savePreferences();
    assertThat(site.find("ada@example.org").preferences().content()).isEqualTo(Content.TRENDING);
  }

  private void savePreferences() {
    HttpResponse<String> saved =
        site.post(
            preferences(),
            "trending",
            "yes",
            "maximum",
            "3",
            "at",
            "07:00",
            "zone",
            "UTC",
            "days",
            "MONDAY");
    assertThat(saved.body()).contains("Saved.");
  }

  @Test
  void thePreferencesPageListsWhatWasSaidAndTakesItBack() {
    assertThat(site.get(preferences()).body()).doesNotContain("said something about");
    site.post(link(Judgment.MORE), "paper", PAPER.value());
    site.post(link(Judgment.LESS), "paper", "2");

    Document page = Jsoup.parse(site.get(preferences()).body());
    assertThat(page.select(".said h3").eachText())
        .containsExactly("More like these", "Less like these");
    assertThat(page.select("section[aria-labelledby=said] li span").eachText())
        .containsExactly(SHOWN, "Second");
    assertThat(page.select("form form, script:not([src])")).isEmpty();

    Document after = Jsoup.parse(press(page.select(".said form").getFirst()).body());
    assertThat(after.select(".saved").text()).isEqualTo("Taken back: " + SHOWN);
    assertThat(after.select(".said h3").eachText()).containsExactly("Less like these");
    assertThat(feedback()).isEqualTo(new Feedback(List.of(), List.of(new PaperId("2"))));
  }
}
