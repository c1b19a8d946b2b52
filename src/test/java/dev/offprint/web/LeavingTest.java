package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeavingTest {
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

  @Test
  void aGetAsksAndThePostLeaves() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String link = site.link(Purpose.UNSUBSCRIBE, ada);
    HttpResponse<String> shown = site.get(link);
    assertThat(Jsoup.parse(shown.body()).select("form[method=post] button")).hasSize(1);
    assertThat(shown.body()).doesNotContain("ada@example.org");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);

    HttpResponse<String> done = site.post(link);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("You are unsubscribed");
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
  }

  @Test
  void aMailProgramLeavesWithOneClick() {
    String link = site.link(Purpose.UNSUBSCRIBE, site.subscriber("a@example.org", Status.ACTIVE));
    HttpResponse<String> done = site.post(link, "List-Unsubscribe", "One-Click");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(site.find("a@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
  }

  @Test
  void whoeverLeftIsAmongTheSuppressionsAndMayComeBack() {
    String link = site.link(Purpose.UNSUBSCRIBE, site.subscriber("a@example.org", Status.ACTIVE));
    site.post(link, "List-Unsubscribe", "One-Click");
    assertThat(site.suppressions.all())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.origin()).isEqualTo(Suppression.Origin.UNSUBSCRIBE);
              assertThat(left.since()).isEqualTo(site.now);
            });

    site.subscribe("a@example.org", "trending", "yes");
    assertThat(site.asked).hasSize(1);
    assertThat(site.suppressions.all()).hasSize(1);
    site.post(site.link(Purpose.CONFIRM, site.find("a@example.org")));
    assertThat(site.find("a@example.org").status()).isEqualTo(Status.ACTIVE);
    assertThat(site.suppressions.all()).isEmpty();
  }

  @Test
  void whoeverComplainedCannotComeBackByLeaving() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.membership.suppress(
        new Suppression(ada.address(), Suppression.Origin.COMPLAINT, "spam", site.now));
    site.post(site.link(Purpose.UNSUBSCRIBE, ada));
    site.subscribe("ada@example.org", "trending", "yes");
    assertThat(site.asked).isEmpty();
    assertThat(site.suppressions.all())
        .extracting(Suppression::origin)
        .containsExactly(Suppression.Origin.COMPLAINT);
  }

  @Test
  void oneClickMayComeAsMultipart() {
    String link = site.link(Purpose.UNSUBSCRIBE, site.subscriber("a@example.org", Status.ACTIVE));
    String body =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"List-Unsubscribe\"",
            "",
            "One-Click",
            "--b--");
    HttpResponse<String> done =
        site.send(
            HttpRequest.newBuilder(site.at(link))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body))
                .build());
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(site.find("a@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverLeavesHasLeftHoweverOftenAndLate(Status before) {
    String link = site.link(Purpose.UNSUBSCRIBE, site.subscriber("a@example.org", before));
    site.passes(Duration.ofDays(3000));
    for (int i = 0; i < 2; i++) {
      assertThat(site.post(link).statusCode()).isEqualTo(200);
      assertThat(site.find("a@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
    }
    assertThat(site.get(link).body()).contains("You are unsubscribed");
  }

  @Test
  void whoWasErasedIsToldThatNothingIsSent() {
    String path = "/unsubscribe/" + site.tokens.token(Purpose.UNSUBSCRIBE, 4711, site.now);
    assertThat(site.get(path).statusCode()).isEqualTo(410);
    assertThat(site.get(path).body()).contains("Nothing is kept about you here");
    assertThat(site.post(path).statusCode()).isEqualTo(200);
    for (String other : java.util.List.of("/preferences/", "/more/", "/data/")) {
      Purpose purpose =
          switch (other) {
            case "/preferences/" -> Purpose.PREFERENCES;
            case "/more/" -> Purpose.FEEDBACK;
            default -> Purpose.DATA;
          };
      String page = other + site.tokens.token(purpose, 4711, site.now) + "?paper=1";
      assertThat(site.get(page).statusCode()).as(other).isEqualTo(410);
      assertThat(site.get(page).body()).contains("Nothing is kept about you here");
    }
  }

  @Test
  void beforeTheButtonIsPressedThePageDoesNotReadAsIfItWere() {
    String link = site.link(Purpose.UNSUBSCRIBE, site.subscriber("a@example.org", Status.ACTIVE));
    assertThat(site.get(link).body())
        .contains("You are still subscribed")
        .doesNotContain("You are unsubscribed", "No more papers");
  }

  @Test
  void aTokenOfAnotherPurposeOrNoneDoesNothing() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String preferences = site.tokens.token(Purpose.PREFERENCES, ada.id(), site.now);
    for (String token : new String[] {preferences, "AAAA", "x".repeat(3000), "%C3%A4"}) {
      for (String page : new String[] {"/unsubscribe/", "/preferences/"}) {
        if (!page.equals("/preferences/") || !token.equals(preferences)) {
          assertThat(site.get(page + token).statusCode()).isEqualTo(404);
          assertThat(site.post(page + token).statusCode()).isEqualTo(404);
        }
      }
    }
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }

  @Test
  void preferencesAreShownAsTheyAre() {
    String link = site.link(Purpose.PREFERENCES, site.subscriber("ada@example.org", Status.ACTIVE));
    HttpResponse<String> answer = site.get(link);
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#interests").text()).isEqualTo("mixture of experts");
    assertThat(page.select("input[name=trending]").hasAttr("checked")).isTrue();
    assertThat(page.select("#maximum").val()).isEqualTo("10");
    assertThat(page.select("#at").val()).isEqualTo("07:00");
    assertThat(page.select("#zone option[selected]").val()).isEqualTo("Europe/Oslo");
    assertThat(page.select("input[name=days][checked]")).hasSize(7);
    assertThat(page.select("input[name=format][checked]").val()).isEqualTo("HTML");
    String leave = page.select(".leave a").attr("href");
    assertThat(site.get(leave).statusCode()).isEqualTo(200);
  }

  @Test
  void preferencesAreChangedByTheForm() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    HttpResponse<String> answer =
        site.post(
            site.link(Purpose.PREFERENCES, ada),
            "interests",
            "robots\nfish",
            "maximum",
            "3",
            "at",
            "18:15",
            "zone",
            "+02:00",
            "days",
            "FRIDAY",
            "format",
            "TEXT");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".saved").text())
        .isEqualTo(
            "Saved. Your next edition comes on Friday 27 November, at 18:15 (+02:00), then every"
                + " Friday.");
    assertThat(page.select("#zone option[selected]").val()).isEqualTo("+02:00");
    Subscriber changed = site.find("ada@example.org");
    assertThat(changed.status()).isEqualTo(Status.ACTIVE);
    assertThat(changed.preferences().content()).isEqualTo(Content.MATCHING);
    assertThat(changed.preferences().interests())
        .containsExactly(new Interest("robots"), new Interest("fish"));
    assertThat(changed.preferences().format()).isEqualTo(Format.TEXT);
  }

  @Test
  void preferencesWithAProblemAreNotChanged() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    HttpResponse<String> answer =
        site.post(site.link(Purpose.PREFERENCES, ada), "interests", "kept as typed");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".error")).hasSize(4);
    assertThat(page.select("#interests").text()).isEqualTo("kept as typed");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }

  @Test
  void whoLeftHasNoPreferencesToChange() {
    Subscriber ada = site.subscriber("ada@example.org", Status.UNSUBSCRIBED);
    String link = site.link(Purpose.PREFERENCES, ada);
    assertThat(site.get(link).body()).contains("You are unsubscribed");
    site.post(
        link, "trending", "yes", "maximum", "3", "at", "07:00", "zone", "UTC", "days", "MONDAY");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }
}
