package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody else can have a visitor's browser, or a program, send our forms. */
class FormProtectionTest {
  private static final String[] FIELDS = {
    "address",
    "ada@example.org",
    "trending",
    "yes",
    "maximum",
    "7",
    "at",
    "06:30",
    "zone",
    "UTC",
    "days",
    "SUNDAY"
  };

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

  private HttpResponse<String> subscribeWith(String token, String... more) {
    List<String> fields = new ArrayList<>(List.of(FIELDS));
    fields.addAll(List.of("form", token));
    fields.addAll(List.of(more));
    return site.postFields("/subscribe", fields.toArray(String[]::new));
  }

  private void assertAskedOnceMore(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Once more, please");
    assertThat(site.subscribers.all()).isEmpty();
    assertThat(site.asked).isEmpty();
  }

  @Test
  void theFormOfThePageIsTaken() {
    Document page = Jsoup.parse(site.get("/subscribe").body());
    String token = page.expectFirst("input[name=form]").val();
    site.passes(Duration.ofSeconds(20));
    assertThat(subscribeWith(token).statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.PENDING);
  }

  @Test
  void withoutATokenNothingHappens() {
    assertAskedOnceMore(site.postFields("/subscribe", FIELDS));
  }

  @Test
  void theTokenOfAnotherPageIsNone() {
    assertAskedOnceMore(subscribeWith(site.formToken("link", site.now.minusSeconds(60))));
  }

  @Test
  void aTokenThatAnotherNetworkFetchedIsNone() {
    // The attacker's program fetches the form, and their page has the visitor's browser send it.
    String elsewhere =
        Jsoup.parse(
                site.send(
                        HttpRequest.newBuilder(site.at("/subscribe"))
                            .header("X-Forwarded-For", "203.0.113.9")
                            .build())
                    .body())
            .expectFirst("input[name=form]")
            .val();
    site.passes(Duration.ofMinutes(1));
    assertAskedOnceMore(subscribeWith(elsewhere));
  }

  private HttpResponse<String> from(String network, String path, String... fields) {
    List<String> encoded = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      encoded.add(
          fields[i]
              + "="
              + java.net.URLEncoder.encode(fields[i + 1], java.nio.charset.StandardCharsets.UTF_8));
    }
    return site.send(
        HttpRequest.newBuilder(site.at(path))
            .header("X-Forwarded-For", network)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", encoded)))
            .build());
  }

  @Test
  void whoLeavesByAnotherExitEachTimeIsAskedOnceMoreOnce() {
    List<String> fields = new ArrayList<>(List.of(FIELDS));
    fields.addAll(List.of("form", site.formToken("subscribe", site.now.minusSeconds(60))));
    HttpResponse<String> first = from("203.0.113.9", "/subscribe", fields.toArray(String[]::new));
    assertAskedOnceMore(first);
    List<String> kept = new ArrayList<>();
    Jsoup.parse(first.body())
        .select("form input")
        .forEach(field -> kept.addAll(List.of(field.attr("name"), field.val())));
    HttpResponse<String> second = from("198.51.100.9", "/subscribe", kept.toArray(String[]::new));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.PENDING);
  }

  @Test
  void whoHasASecretLinkMayUseItFromAnyNetwork() {
    Subscriber ada = site.subscriber("ada@example.org", Status.PENDING);
    String link = site.link(Purpose.CONFIRM, ada);
    String token = Jsoup.parse(site.get(link).body()).expectFirst("input[name=form]").val();
    assertThat(from("203.0.113.9", link, "form", token).statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void aFormThatLayOpenForADayIsAskedForOnceMoreAndNothingTypedIsLost() {
    String token = site.formToken("subscribe", site.now);
    site.passes(Duration.ofDays(1));
    HttpResponse<String> answer = subscribeWith(token, "interests", "<b>\"robots\"\nand more");
    assertAskedOnceMore(answer);
    Element form = Jsoup.parse(answer.body()).expectFirst("form");
    assertThat(form.attr("action")).isEqualTo("/subscribe");
    List<String> kept = new ArrayList<>();
    form.select("input").forEach(field -> kept.addAll(List.of(field.attr("name"), field.val())));
    site.passes(Duration.ofSeconds(5));
    assertThat(site.postFields("/subscribe", kept.toArray(String[]::new)).statusCode())
        .isEqualTo(200);
    assertThat(site.find("ada@example.org").preferences().interests())
        .extracting(interest -> interest.line())
        .containsExactly("<b>\"robots\"", "and more");
  }

  @Test
  void whoIsQuickerThanAPersonIsAskedOnceMore() {
    assertAskedOnceMore(subscribeWith(site.formToken("subscribe", site.now.minusSeconds(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void whatABrowserSaysComesFromAnotherSiteIsNotDone(String from) {
    String token = site.formToken("subscribe", site.now.minusSeconds(60));
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at("/subscribe"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", from)
                .POST(
                    BodyPublishers.ofString(
                        "address=ada%40example.org&trending=yes&maximum=7&at=06:30&zone=UTC"
                            + "&days=SUNDAY&form="
                            + token))
                .build());
    assertAskedOnceMore(answer);
  }

  @Test
  void whatFillsInTheHiddenFieldIsThankedAndForgotten() {
    HttpResponse<String> answer =
        subscribeWith(
            site.formToken("subscribe", site.now.minusSeconds(60)),
            "website",
            "https://spam.example");
    HttpResponse<String> honest =
        subscribeWith(site.formToken("subscribe", site.now.minusSeconds(60)));
    assertThat(answer.body()).isEqualTo(honest.body());
    assertThat(site.subscribers.all()).hasSize(1);
    assertThat(site.asked).hasSize(1);
  }

  @Test
  void aSubscribersPagesWantTheirOwnTokenToo() {
    Subscriber ada = site.subscriber("ada@example.org", Status.PENDING);
    Subscriber eve = site.subscriber("eve@example.org", Status.PENDING);
    String link = site.link(Purpose.CONFIRM, ada);
    assertThat(site.postFields(link).statusCode()).isEqualTo(403);
    String hers = site.link(Purpose.CONFIRM, eve).split("/", -1)[2];
    assertThat(
            site.postFields(link, "form", site.formToken(hers, site.now.minusSeconds(60)))
                .statusCode())
        .isEqualTo(403);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.PENDING);
    assertThat(site.post(link).statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void leavingByOneClickWantsNone() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    HttpResponse<String> left =
        site.postFields(site.link(Purpose.UNSUBSCRIBE, ada), "List-Unsubscribe", "One-Click");
    assertThat(left.statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
  }
}
