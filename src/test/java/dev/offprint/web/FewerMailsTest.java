package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Links;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Timing;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the links “Pause a week” and “Weekly instead” of every mail lead to. */
class FewerMailsTest {
  private static final String ADA = "ada@example.org";

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

  private Links links() {
    return new Links(URI.create("http://localhost"), site.tokens);
  }

  private String pause(Subscriber subscriber) {
    return links().pause(subscriber.id()).getRawPath();
  }

  private String weekly(Subscriber subscriber) {
    return links().weekly(subscriber.id()).getRawPath();
  }

  private Subscriber reader(ZoneId zone, DayOfWeek... days) {
    Timing timing = new Timing(LocalTime.of(7, 0), zone, Set.of(days));
    Preferences wanted = Site.USUAL.with(timing);
    return site.members.add(EmailAddress.of(ADA), Status.ACTIVE, wanted, site.now).orElseThrow();
  }

  private Set<DayOfWeek> days() {
    return site.find(ADA).preferences().timing().days();
  }

  /** Presses the button of a form with what is in its fields. */
  private Document press(Element form) {
    List<String> fields = new ArrayList<>();
    form.select("input:not([name=form])")
        .forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));
    HttpResponse<String> answer = site.post(form.attr("action"), fields.toArray(String[]::new));
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  @Test
  void aPauseOfAWeekIsOfferedDoneSaidAndEndedByOneButtonEach() {
    Subscriber ada = site.subscriber(ADA, Status.ACTIVE);
    Document offer = Jsoup.parse(site.get(pause(ada)).body());
    assertThat(offer.select("main button").eachText()).containsExactly("Pause a week");
    assertThat(offer.text())
        .contains(
            "Nothing is sent to a…@example.org until Tuesday 1 December 2026",
            "Your next edition comes on Tuesday 1 December, at 07:00 (Europe/Oslo)");
    assertThat(site.find(ADA)).isEqualTo(ada);

    Document done = press(offer.expectFirst("main form"));
    assertThat(site.find(ADA).status()).isEqualTo(Status.PAUSED);
    assertThat(site.find(ADA).pausedUntil()).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(done.select("h1").text()).isEqualTo("Your mails are paused");
    assertThat(done.text())
        .contains(
            "until Tuesday 1 December 2026",
            "Your next edition comes on Tuesday 1 December, at 07:00 (Europe/Oslo)");

    site.subscribers.endPauses(Instant.parse("2026-11-30T22:59:00Z"));
    assertThat(site.find(ADA).status()).isEqualTo(Status.PAUSED);
    assertThat(press(done.expectFirst("main form")).text())
        .contains("Your editions go on. Your next edition comes tomorrow");
    assertThat(site.find(ADA)).isEqualTo(ada);
  }

  @Test
  void theEditionAfterThePauseIsTheOneThatThePageNamed() {
    Subscriber ada = site.subscriber(ADA, Status.ACTIVE);
    site.post(pause(ada));
    assertThat(site.subscribers.endPauses(Instant.parse("2026-11-30T23:00:00Z"))).isOne();
    assertThat(site.find(ADA).nextDue()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
  }

  @Test
  void pausingTwiceOrWithALongerPauseLeavesItAsItIs() {
    Subscriber ada = site.subscriber(ADA, Status.ACTIVE);
    site.membership.pause(ada.id(), LocalDate.parse("2026-12-24"));
    site.passes(Duration.ofDays(1));
    Document page = Jsoup.parse(site.post(pause(ada)).body());
    assertThat(page.text()).contains("until Thursday 24 December 2026");
    assertThat(page.select("main button").eachText()).containsExactly("Resume now");
    assertThat(site.find(ADA).pausedUntil()).isEqualTo(LocalDate.parse("2026-12-24"));

    site.membership.pause(ada.id(), null);
    assertThat(Jsoup.parse(site.get(pause(ada)).body()).select(".lead").text())
        .isEqualTo("Nothing is sent to a…@example.org until you resume your subscription.");
  }

  /** At noon in UTC it is Wednesday on Kiritimati. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Oslo, TUESDAY, 2026-12-08, on Tuesday 8 December",
    "Europe/Oslo, WEDNESDAY, 2026-12-01, on Wednesday 2 December",
    "Pacific/Kiritimati, THURSDAY, 2026-12-02, on Thursday 3 December"
  })
  void aWeeklyReaderMissesOneEditionToo(ZoneId zone, DayOfWeek day, LocalDate until, String next) {
    Subscriber ada = reader(zone, day);
    assertThat(Jsoup.parse(site.post(pause(ada)).body()).text())
        .contains("Your next edition comes " + next + ", at 07:00");
    assertThat(site.find(ADA).pausedUntil()).isEqualTo(until);
  }

  @Test
  void oneMailAWeekIsOfferedDoneSaidAndTakenBackByOneButtonEach() {
    Subscriber ada = site.subscriber(ADA, Status.ACTIVE);
    Document offer = Jsoup.parse(site.get(weekly(ada)).body());
    assertThat(offer.select("main button").eachText()).containsExactly("One mail a week");
    assertThat(offer.text())
        .contains(
            "every Tuesday, in one mail, instead of every day",
            "next edition then comes on Tuesday 1 December, at 07:00 (Europe/Oslo), then every"
                + " Tuesday");
    assertThat(site.find(ADA)).isEqualTo(ada);

    Element button = offer.expectFirst("main form");
    press(button);
    Document done = press(button);
    assertThat(days()).containsExactly(DayOfWeek.TUESDAY);
    assertThat(site.find(ADA).preferences().timing().at()).isEqualTo(LocalTime.of(7, 0));
    assertThat(done.text())
        .contains("One mail a week from now on", "Your next edition comes on Tuesday 1 December");
    assertThat(done.select("a[href^=/preferences/]").text()).isEqualTo("change what you get");

    Element back = done.expectFirst("main form");
    assertThat(back.select("button").text()).isEqualTo("Back to a mail every day");
    Document daily = press(back);
    assertThat(daily.select("h1").text()).isEqualTo("Your mails come every day again");
    assertThat(daily.text()).contains("Your next edition comes tomorrow");
    assertThat(daily.select("main form")).isEmpty();
    assertThat(site.find(ADA)).isEqualTo(ada);
  }

  /** It is Tuesday. */
  @ParameterizedTest
  @CsvSource({"MONDAY, TUESDAY, TUESDAY", "THURSDAY, SUNDAY, THURSDAY", "MONDAY, FRIDAY, FRIDAY"})
  void theDayIsOneOfThoseThatWereChosen(DayOfWeek one, DayOfWeek other, DayOfWeek day) {
    Subscriber ada = reader(ZoneId.of("UTC"), one, other);
    site.post(weekly(ada));
    assertThat(days()).containsExactly(day);
  }

  @Test
  void whoGetsOneAWeekAlreadyIsToldSo() {
    Subscriber ada = reader(ZoneId.of("UTC"), DayOfWeek.FRIDAY);
    for (String body : List.of(site.get(weekly(ada)).body(), site.post(weekly(ada)).body())) {
      Document page = Jsoup.parse(body);
      assertThat(page.text()).contains("every Friday", "on Friday 27 November, at 07:00 (UTC)");
      assertThat(page.select("main form")).isEmpty();
    }
    assertThat(site.find(ADA)).isEqualTo(ada);
  }

  @Test
  void whoIsPausedChangesHowOftenAndStaysPaused() {
    Subscriber ada = site.subscriber(ADA, Status.ACTIVE);
    site.membership.pause(ada.id(), LocalDate.parse("2026-12-09"));
    assertThat(Jsoup.parse(site.post(weekly(ada)).body()).text())
        .contains("when your pause is over, on Tuesday 15 December, at 07:00 (Europe/Oslo)");
    assertThat(site.find(ADA).pausedUntil()).isEqualTo(LocalDate.parse("2026-12-09"));
    site.membership.pause(ada.id(), null);
    assertThat(Jsoup.parse(site.get(weekly(ada)).body()).text())
        .contains("Your subscription is paused until you resume it");
  }

  @Test
  void noDaysToGoBackToChangeNothing() {
    Subscriber ada = site.subscriber(ADA, Status.ACTIVE);
    site.post(weekly(ada));
    for (String days : List.of("", "SOMEDAY")) {
      assertThat(site.post(weekly(ada) + "/back", "days", days).body())
          .contains("You get one mail a week already");
    }
    assertThat(days()).containsExactly(DayOfWeek.TUESDAY);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 409, Your mails have not begun yet",
    "UNSUBSCRIBED, 200, You are unsubscribed",
    "SUPPRESSED, 200, Nothing is sent to you"
  })
  void whoGetsNoMailsIsToldWhyAndNothingChanges(Status status, int code, String heading) {
    Subscriber ada = site.subscriber(ADA, status);
    for (String path : List.of(pause(ada), weekly(ada))) {
      for (HttpResponse<String> answer : List.of(site.get(path), site.post(path))) {
        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo(heading);
      }
    }
    assertThat(site.find(ADA).status()).isEqualTo(status);
  }

  @Test
  void aLinkOfNobodyOrOfAnotherKindDoesNothing() {
    Subscriber ada = site.subscriber(ADA, Status.ACTIVE);
    String feedback = site.tokens.token(Purpose.FEEDBACK, ada.id(), site.now);
    for (String page : List.of("/pause/", "/weekly/")) {
      assertThat(site.get(page + feedback).statusCode()).isEqualTo(404);
      assertThat(site.post(page + feedback).statusCode()).isEqualTo(404);
      String nobody = site.tokens.token(Purpose.PREFERENCES, 4711, site.now);
      assertThat(site.get(page + nobody).statusCode()).isEqualTo(410);
      assertThat(site.post(page + nobody).statusCode()).isEqualTo(410);
    }
    // Without the field that only our pages fill in, as from another site.
    assertThat(site.postFields(pause(ada)).statusCode()).isEqualTo(403);
    assertThat(site.postFields(weekly(ada)).statusCode()).isEqualTo(403);
    assertThat(site.find(ADA)).isEqualTo(ada);
  }
}
