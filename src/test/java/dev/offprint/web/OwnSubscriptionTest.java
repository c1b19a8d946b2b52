package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.ledger.Delivery;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pausing, coming back, seeing what was sent, taking one's data along and being deleted. */
class OwnSubscriptionTest {
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

  private String preferences(Subscriber subscriber) {
    return site.link(Purpose.PREFERENCES, subscriber);
  }

  private static String text(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).select("main").text();
  }

  @Test
  void aPauseHasAnEndAndCanBeEndedBefore() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    HttpResponse<String> paused = site.post(preferences(ada) + "/pause", "until", "2026-12-01");
    assertThat(Jsoup.parse(paused.body()).select(".saved").text())
        .isEqualTo(
            "Paused. Your subscription is paused: nothing is sent until Tuesday 1 December 2026,"
                + " and then it goes on by itself.");
    assertThat(site.find("ada@example.org").pausedUntil()).isEqualTo(LocalDate.of(2026, 12, 1));
    Document page = Jsoup.parse(site.get(preferences(ada)).body());
    assertThat(page.select("#until").val()).isEqualTo("2026-12-01");
    assertThat(page.select("#until").attr("min")).isEqualTo("2026-11-25");

    HttpResponse<String> resumed = site.post(page.select("form[action$=/resume]").attr("action"));
    assertThat(text(resumed)).contains("Your editions go on. Your next edition comes tomorrow");
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
    assertThat(Jsoup.parse(resumed.body()).select("form[action$=/resume]")).isEmpty();
  }

  @Test
  void aPauseWithoutADayEndsWhenItIsEnded() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    assertThat(text(site.post(preferences(ada) + "/pause", "until", "")))
        .contains("nothing is sent until you resume it");
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.PAUSED);
    assertThat(site.find("ada@example.org").pausedUntil()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24", "2020-01-01", "2031-11-25", "soon", "+999999999-12-31"})
  void aPauseEndsInDaysToCome(String until) {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    HttpResponse<String> answer = site.post(preferences(ada) + "/pause", "until", until);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(text(answer)).contains("Choose a day after today");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "UNSUBSCRIBED", "SUPPRESSED"})
  void whoIsNotActiveHasNothingToPauseOrResume(Status status) {
    Subscriber ada = site.subscriber("ada@example.org", status);
    site.post(preferences(ada) + "/pause", "until", "2026-12-01");
    site.post(preferences(ada) + "/resume");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
    assertThat(Jsoup.parse(site.get(preferences(ada)).body()).select("#until")).isEmpty();
  }

  @Test
  void whoeverLeftComesBackWithOneClickAndNoMail() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    Document left = Jsoup.parse(site.post(site.link(Purpose.UNSUBSCRIBE, ada)).body());
    assertThat(left.select(".back button").eachText())
        .containsExactly(
            "Subscribe again",
            "Subscribe again for one mail a week",
            "Subscribe again for 3 papers a mail");
    String action = left.select(".back form").getFirst().attr("action");
    for (int click = 0; click < 2; click++) {
      HttpResponse<String> back = site.post(action, "how", "before");
      assertThat(back.statusCode()).isEqualTo(200);
      assertThat(text(back))
          .contains("Welcome back", "next edition comes tomorrow, Wednesday 25 November");
    }
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
    assertThat(site.suppressions.all()).isEmpty();
    assertThat(site.asked).isEmpty();
  }

  @Test
  void whoeverComesBackForLessGetsLess() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String leave = site.link(Purpose.UNSUBSCRIBE, ada);
    String back = leave.replace("/unsubscribe/", "/come-back/");
    site.post(leave);
    site.post(back, "how", "weekly");
    assertThat(site.find("ada@example.org").preferences().timing().days())
        .containsExactly(DayOfWeek.TUESDAY);
    assertThat(site.find("ada@example.org").preferences().timing().at())
        .isEqualTo(LocalTime.of(7, 0));
    assertThat(site.find("ada@example.org").preferences().maximum()).isEqualTo(10);
    Document again = Jsoup.parse(site.post(leave).body());
    assertThat(again.select(".back button").eachText())
        .containsExactly("Subscribe again", "Subscribe again for 3 papers a mail");
    site.post(back, "how", "fewer");
    assertThat(site.find("ada@example.org").preferences().maximum()).isEqualTo(3);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void whoMustNotBeMailedDoesNotComeBack() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.membership.suppress(
        new Suppression(ada.address(), Suppression.Origin.COMPLAINT, "spam", site.now));
    String leave = site.link(Purpose.UNSUBSCRIBE, ada);
    assertThat(Jsoup.parse(site.post(leave).body()).select(".back")).isEmpty();
    site.post(leave.replace("/unsubscribe/", "/come-back/"), "how", "before");
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "PAUSED", "SUPPRESSED"})
  void whoDidNotLeaveHasNothingToComeBackFrom(Status status) {
    Subscriber ada = site.subscriber("ada@example.org", status);
    String back = site.link(Purpose.UNSUBSCRIBE, ada).replace("/unsubscribe/", "/come-back/");
    assertThat(site.post(back, "how", "before").statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }

  @Test
  void aWayBackNeedsTheTokenToLeave() {
    Subscriber ada = site.subscriber("ada@example.org", Status.UNSUBSCRIBED);
    String other = site.tokens.token(Purpose.PREFERENCES, ada.id(), site.now);
    assertThat(site.post("/come-back/" + other, "how", "before").statusCode()).isEqualTo(404);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
    String erased = site.tokens.token(Purpose.UNSUBSCRIBE, 4711, site.now);
    assertThat(site.post("/come-back/" + erased, "how", "before").statusCode()).isEqualTo(410);
  }

  @Test
  void whoIsDeletedIsAskedOnceAndThenGone() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String data = site.link(Purpose.DATA, ada);
    String erase = Jsoup.parse(site.get(data).body()).select(".leave a[href$=/erase]").attr("href");
    Document asked = Jsoup.parse(site.get(erase).body());
    assertThat(asked.select("form button").eachText()).containsExactly("Delete my data");
    assertThat(site.subscribers.all()).hasSize(1);

    HttpResponse<String> done = site.post(asked.select("form").attr("action"));
    assertThat(text(done)).contains("Your data is deleted");
    assertThat(site.subscribers.all()).isEmpty();
    assertThat(site.suppressions.all()).isEmpty();
    for (String gone : List.of(erase, data, preferences(ada), site.link(Purpose.FEEDBACK, ada))) {
      String path = gone.replace("/feedback/", "/more/");
      assertThat(text(site.get(path))).as(path).contains("Nothing is kept about you here");
    }
    assertThat(site.post(erase).statusCode()).isEqualTo(410);
  }

  @Test
  void ofWhoLeftAndIsDeletedTheAddressStaysUnmailed() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    Document left = Jsoup.parse(site.post(site.link(Purpose.UNSUBSCRIBE, ada)).body());
    assertThat(text(site.post(left.select(".leave form").attr("action"))))
        .contains("A mail with a link is on its way to a…@example.org");
    assertThat(mails(Delivery.Kind.DATA)).hasSize(1);
    String erase = site.link(Purpose.DATA, ada) + "/erase";
    assertThat(text(site.get(erase))).contains("Of your address, only a fingerprint stays");
    site.post(erase);
    assertThat(site.subscribers.all()).isEmpty();
    assertThat(site.suppressions.find(ada.address())).isPresent();
  }

  /** Mails are passed on with all their links. */
  @Test
  void noLinkOfAMailShowsTheDataOrDeletesIt() {
    OutboxFixture.fill(site.database, 0);
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    Delivery edition = sentToday(ada);
    String read = "/edition/" + site.tokens.token(Purpose.EDITION, edition.id(), site.now);
    assertThat(
            Jsoup.parse(site.get(read).body())
                .select("main a[href^=/]:not([href^=/paper/])")
                .eachAttr("href"))
        .containsExactly("/link");
    for (Purpose purpose : List.of(Purpose.PREFERENCES, Purpose.UNSUBSCRIBE, Purpose.FEEDBACK)) {
      String token = site.tokens.token(purpose, ada.id(), site.now);
      for (String page : List.of("/data/%s", "/data/%s/data.json", "/data/%s/erase")) {
        assertThat(site.get(page.formatted(token)).statusCode()).as(page).isEqualTo(410);
      }
      assertThat(site.post("/data/" + token + "/erase").statusCode()).isEqualTo(410);
      assertThat(
              site.post("/data/" + token + "/address", "address", "eve@example.org").statusCode())
          .isEqualTo(410);
    }
    assertThat(site.get(preferences(ada)).body()).doesNotContain("ada@example.org", "/data/");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
    assertThat(site.subscribers.all()).hasSize(1);
  }

  @Test
  void theLinkToTheDataIsMailedToTheAddressAndWorksForTwoHours() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String action =
        Jsoup.parse(site.get(preferences(ada)).body())
            .select("form[action^=/data-link/]")
            .attr("action");
    for (int i = 0; i < 3; i++) {
      assertThat(text(site.post(action))).contains("on its way to a…@example.org");
    }
    assertThat(mails(Delivery.Kind.DATA)).hasSize(1);
    String link = site.link(Purpose.DATA, ada);
    assertThat(text(site.get(link))).contains("Of ada@example.org, this is kept");
    site.passes(Duration.ofHours(2));
    assertThat(site.get(link).statusCode()).isEqualTo(410);
    assertThat(text(site.get(link))).contains("works for two hours");
    assertThat(site.post(link + "/erase").statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }

  @Test
  void whoMustNotBeMailedIsSentNoLinkEither() {
    Subscriber ada = site.subscriber("ada@example.org", Status.SUPPRESSED);
    site.post("/data-link/" + site.tokens.token(Purpose.PREFERENCES, ada.id(), site.now));
    assertThat(site.post("/data-link/nonsense").statusCode()).isEqualTo(404);
    assertThat(mails(Delivery.Kind.DATA)).isEmpty();
  }

  @Test
  void pagesBehindALinkAreNotToBeFoundBySearchEngines() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    for (Purpose purpose : List.of(Purpose.PREFERENCES, Purpose.UNSUBSCRIBE, Purpose.DATA)) {
      assertThat(site.get(site.link(purpose, ada)).headers().firstValue("X-Robots-Tag"))
          .contains("noindex, nofollow");
    }
    assertThat(site.get("/").headers().firstValue("X-Robots-Tag")).isEmpty();
  }

  @Test
  void anEditionIsNotPromisedForADayThatHasOne() {
    OutboxFixture.fill(site.database, 0);
    site.now = Instant.parse("2026-11-24T05:00:00Z");
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    assertThat(text(site.get(preferences(ada)))).contains("Your next edition comes today");
    sentToday(ada);
    assertThat(text(site.get(preferences(ada)))).contains("Your next edition comes tomorrow");
    HttpResponse<String> saved =
        site.post(
            preferences(ada),
            "trending",
            "yes",
            "maximum",
            "7",
            "at",
            "23:58",
            "zone",
            "Europe/Oslo",
            "days",
            "TUESDAY",
            "days",
            "THURSDAY");
    assertThat(text(saved)).contains("Your next edition comes on Thursday 26 November");
    String data = site.get(site.link(Purpose.DATA, ada) + "/data.json").body();
    assertThat(data).contains("\"next_due\":\"2026-11-26T22:58:00Z\"");
  }

  private void announce(String id, String title) {
    site.papers.record(
        List.of(
            new Sighting(
                new Paper(
                    new PaperId(id),
                    title,
                    title + ", and how they work.",
                    List.of(),
                    List.of("cs.LG"),
                    new Paper.Links(null, null, null),
                    new Paper.Dates(null, OutboxFixture.TODAY, null)),
                List.of(),
                "arxiv",
                Map.of(),
                site.now)));
  }

  @Test
  void whoHasJustConfirmedCanHaveOneAtOnceAndOneADay() {
    announce("2611.00001", "A mixture of experts");
    Subscriber ada = site.subscriber("ada@example.org", Status.PENDING);
    Document confirmed = Jsoup.parse(site.post(site.link(Purpose.CONFIRM, ada)).body());
    Element button = confirmed.expectFirst("form[action$=/send-now] button");
    assertThat(button.text()).isEqualTo("Send me a first taste");
    String action = confirmed.select("form[action$=/send-now]").attr("action");
    assertThat(site.get(action).statusCode()).isEqualTo(405);
    assertThat(mails(Delivery.Kind.EDITION)).isEmpty();

    assertThat(text(site.post(action)))
        .contains("Your papers are on their way", "Your next edition comes tomorrow");
    Delivery edition = mails(Delivery.Kind.EDITION).getFirst();
    assertThat(edition.day()).isEqualTo(OutboxFixture.TODAY);
    assertThat(site.notices.ledger().deliveries().papers(edition)).hasSize(1);
    assertThat(text(site.post(action))).contains("You have had one today");
    assertThat(mails(Delivery.Kind.EDITION)).hasSize(1);
  }

  /** On a weekend or a holiday nothing is announced. */
  @ParameterizedTest
  @CsvSource({"7, true", "8, false"})
  void theFirstTasteIsOfTheLastEightDays(int days, boolean sent) {
    announce("2611.00001", "A mixture of experts");
    site.passes(Duration.ofDays(days));
    Subscriber ada = site.subscriber("ada@example.org", Status.PENDING);
    String page = site.post(site.link(Purpose.CONFIRM, ada)).body();
    assertThat(Jsoup.parse(page).text()).contains("The best of the last 8 days");
    String action = Jsoup.parse(page).select("form[action$=/send-now]").attr("action");
    assertThat(text(site.post(action)))
        .contains(sent ? "Your papers are on their way" : "There is nothing for you yet");
    assertThat(mails(Delivery.Kind.EDITION)).hasSize(sent ? 1 : 0);
  }

  @Test
  void whereThereIsNothingNoneIsSentAtOnceAndTheDayStaysOpen() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    assertThat(text(site.post(preferences(ada) + "/send-now")))
        .contains("There is nothing for you yet");
    assertThat(mails(Delivery.Kind.EDITION)).isEmpty();
    site.membership.pause(ada.id(), null);
    assertThat(text(site.post(preferences(ada) + "/send-now"))).doesNotContain("on their way");
    assertThat(site.post("/preferences/nonsense/send-now").statusCode()).isEqualTo(404);
  }

  @Test
  void thePreferencesPageShowsWhatTheFormWouldBringAndSavesNothing() {
    announce("2611.00001", "On robots that walk");
    announce("2611.00002", "A mixture of experts");
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String form =
        Jsoup.parse(site.get(preferences(ada)).body())
            .select("button[formaction]")
            .attr("formaction")
            .replace("#preview", "");
    String[] fields = {
      "interests", "robots that walk", "maximum", "5", "at", "07:00", "zone", "UTC"
    };
    Document page = Jsoup.parse(site.postFields(form, fields).body());
    assertThat(page.select("#preview h3").eachText()).containsExactly("On robots that walk");
    assertThat(page.expectFirst("#interests").wholeText()).isEqualTo("robots that walk");
    String part =
        Jsoup.parse(site.get(preferences(ada)).body()).select("#preview").attr("data-preview");
    assertThat(Jsoup.parse(site.postFields(part, fields).body()).select("h3").eachText())
        .containsExactly("On robots that walk");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
    assertThat(site.postFields("/preferences/nonsense/preview", fields).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anotherAddressIsMailedOnceItsOwnerConfirms() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String data = site.link(Purpose.DATA, ada);
    Document page = Jsoup.parse(site.get(data).body());
    String action = page.select("form[action$=/address]").attr("action");
    for (String wrong : List.of("no address", "root@localhost")) {
      HttpResponse<String> refused = site.post(action, "address", wrong);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(refused.body()).select("#address").val()).isEqualTo(wrong);
    }
    assertThat(text(site.post(action, "address", "ada@new.example")))
        .contains("on its way to ada@new.example");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
    assertThat(mails(Delivery.Kind.MOVE))
        .extracting(Delivery::subscriberId)
        .containsExactly(ada.id());
    String confirm = site.link(Purpose.CONFIRM, site.find("ada@new.example"));
    assertThat(text(site.get(confirm))).contains("Confirm the address", "a…@new.example");
    assertThat(text(site.post(confirm))).contains("Your papers come here now", "ada@new.example");
    Subscriber moved = site.find("ada@new.example");
    assertThat(moved.id()).isEqualTo(ada.id());
    assertThat(moved.preferences()).isEqualTo(ada.preferences());
    assertThat(site.subscribers.all()).containsExactly(moved);
    assertThat(site.get(preferences(ada)).statusCode()).isEqualTo(200);
    assertThat(site.post(confirm).statusCode()).isEqualTo(410);
  }

  private List<Delivery> mails(Delivery.Kind kind) {
    return site.notices.ledger().deliveries().list(null, null).stream()
        .filter(delivery -> delivery.kind() == kind)
        .toList();
  }

  private Delivery sentToday(Subscriber subscriber) {
    var ledger = site.notices.ledger();
    var planning = Delivery.Planning.at(site.now);
    long id = subscriber.id();
    Delivery sent =
        OutboxFixture.plan(ledger, OutboxFixture.edition(id, 1, 2), planning).orElseThrow();
    ledger.settlements().sent(Map.of(sent.id(), "250 ok"), site.now);
    LocalDate yesterday = OutboxFixture.TODAY.minusDays(1);
    OutboxFixture.skip(ledger, id, yesterday, "nothing new that matches", planning);
    OutboxFixture.skip(ledger, id, OutboxFixture.TODAY.minusDays(14), "too long ago", planning);
    return sent;
  }

  @Test
  void whatWasSentLatelyIsShownWithTheReasonsAndTheDaysWithout() {
    OutboxFixture.fill(site.database, 0);
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    Delivery sent = sentToday(ada);
    Document page = Jsoup.parse(site.get(preferences(ada)).body());
    assertThat(page.select("details.day summary").eachText())
        .containsExactly(
            "Tuesday 24 November 2026 2 papers", "Monday 23 November 2026 nothing sent");
    assertThat(page.select("details.day dt").eachText()).containsExactly("Title 1", "Title 2");
    assertThat(page.select("details.day dd").eachText())
        .containsExactly("your interest \"\"mixture of experts\" -survey\"", "2 upvotes, #2 today");
    assertThat(page.select("details.day p").getLast().text()).isEqualTo("Nothing new that matches");
    assertThat(page.select("details.day a").eachAttr("href"))
        .containsExactly("/edition/" + site.tokens.token(Purpose.EDITION, sent.id(), site.now));
  }

  @Test
  void allThatIsKeptCanBeTakenAlongAsOneDocument() {
    OutboxFixture.fill(site.database, 0);
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    sentToday(ada);
    site.notices.ledger().notices().write(ada.id(), Delivery.Kind.LINK, site.now.plusSeconds(1));
    site.membership.enrolment().agree(ada.id(), "signed up at the open day");
    assertThat(site.get(site.link(Purpose.DATA, ada)).body())
        .contains("as whoever sends them wrote down: signed up at the open day");
    Subscriber eve = site.subscriber("eve@example.org", Status.ACTIVE);
    assertThat(site.get(site.link(Purpose.DATA, eve)).body()).doesNotContain("wrote down");
    HttpResponse<String> answer = site.get(site.link(Purpose.DATA, ada) + "/data.json");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"offprint.json\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode document = new JsonMapper().readTree(answer.body());
    assertThat(document.get("address").asString()).isEqualTo("ada@example.org");
    assertThat(document.get("status").asString()).isEqualTo("active");
    assertThat(document.get("consent").asString()).isEqualTo("signed up at the open day");
    assertThat(document.get("created_at").asString()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(document.get("interests").get(0).asString()).isEqualTo("mixture of experts");
    assertThat(document.get("mails").valueStream().map(mail -> mail.get("kind").asString()))
        .containsExactlyInAnyOrderElementsOf(List.of("link", "edition", "edition", "edition"));
    JsonNode edition =
        document
            .get("mails")
            .valueStream()
            .filter(mail -> "sent".equals(mail.get("status").asString()))
            .findFirst()
            .orElseThrow();
    assertThat(edition.get("reason").asString()).isEqualTo("250 ok");
    assertThat(edition.get("papers").get(1).get("reason").asString())
        .isEqualTo("2 upvotes, #2 today");
    assertThat(answer.body()).doesNotContain("eve@example.org");
    assertThat(site.get("/data/nonsense/data.json").statusCode()).isEqualTo(410);
    for (Purpose other : List.of(Purpose.PREFERENCES, Purpose.UNSUBSCRIBE, Purpose.FEEDBACK)) {
      String wrong = site.tokens.token(other, eve.id(), site.now);
      assertThat(site.get("/data/" + wrong + "/data.json").statusCode()).isEqualTo(410);
    }
  }

  private HttpResponse<String> askForLink(String address) {
    return site.post("/link", "address", address);
  }

  private List<Delivery> links() {
    return mails(Delivery.Kind.LINK);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACTIVE", "PAUSED"})
  void whoIsKnownIsSentTheLinkOnceAnHour(Status status) {
    Subscriber ada = site.subscriber("ada@example.org", status);
    askForLink(" ADA@example.org");
    site.passes(Duration.ofMinutes(59));
    askForLink("ada@example.org");
    assertThat(links()).extracting(Delivery::subscriberId).containsExactly(ada.id());
    site.passes(Duration.ofMinutes(2));
    askForLink("ada@example.org");
    assertThat(links()).hasSize(2);
  }

  @Test
  void whoDidNotConfirmIsAskedToOnceADayAndIsSentNoLink() {
    site.subscriber("ada@example.org", Status.PENDING);
    askForLink("ada@example.org");
    site.passes(Duration.ofHours(23));
    askForLink("ada@example.org");
    assertThat(site.asked).hasSize(1);
    site.passes(Duration.ofHours(2));
    askForLink("ada@example.org");
    assertThat(site.asked).hasSize(2);
    assertThat(links()).isEmpty();
  }

  @Test
  void nobodyElseIsSentAnythingAndTheAnswerDoesNotTell() {
    site.subscriber("left@example.org", Status.UNSUBSCRIBED);
    site.subscriber("gone@example.org", Status.SUPPRESSED);
    Subscriber spam = site.subscriber("spam@example.org", Status.ACTIVE);
    site.membership.suppress(
        new Suppression(spam.address(), Suppression.Origin.COMPLAINT, "spam", site.now));
    site.subscriber("here@example.org", Status.ACTIVE);
    for (String name : List.of("left", "gone", "spam", "nobody", "here")) {
      String address = name + "@example.org";
      HttpResponse<String> answer = askForLink(address);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().replace(address, "stranger@example.org"))
          .isEqualTo(askForLink("stranger@example.org").body());
    }
    assertThat(links()).hasSize(1);
    assertThat(site.asked).isEmpty();
  }

  @Test
  void theAnswerDoesNotWaitForTheLookingUp() {
    site.subscriber("here@example.org", Status.ACTIVE);
    List<Runnable> later = new java.util.ArrayList<>();
    site.background = later::add;
    assertThat(askForLink("here@example.org").statusCode()).isEqualTo(200);
    assertThat(links()).isEmpty();
    later.forEach(Runnable::run);
    assertThat(links()).hasSize(1);
  }

  @Test
  void anAddressThatIsNoneIsNamedOnThePage() {
    HttpResponse<String> answer = site.post("/link", "address", "ada<script>");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).select("#address-error").text())
        .startsWith("This address does not work");
    assertThat(Jsoup.parse(site.get("/link").body()).select("form #address")).hasSize(1);
    assertThat(text(site.post("/link", "address", "ada@example.org")))
        .contains("If ada@example.org is subscribed");
  }
}
