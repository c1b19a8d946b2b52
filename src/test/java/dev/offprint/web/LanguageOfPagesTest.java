package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageOfPagesTest {
  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
    OutboxFixture.fill(site.database, 0);
    site.papers.record(
        List.of(
            Sightings.of("2611.00001", "Robots that juggle", "They <b>juggle</b>."),
            Sightings.of("10.1101/2026.11.24.000001", "Zebrafish that juggle", "They do."),
            Sightings.of("journal:1", "Roboter, die jonglieren", "Das tun sie.")));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private HttpResponse<String> get(String path, String reads) {
    site.reads = reads;
    return site.get(path);
  }

  private static List<String> varies(HttpResponse<String> answer) {
    return answer.headers().allValues("Vary").stream()
        .flatMap(value -> List.of(value.split(", *", -1)).stream())
        .toList();
  }

  private static Document in(String language, HttpResponse<String> answer) {
    Document page = Jsoup.parse(answer.body());
    assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
    assertThat(answer.headers().allValues("Content-Language")).containsExactly(language);
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/trending", "/trending/2026-11-24", "/search", "/link", "/no-such"})
  void aPageIsInTheLanguageThatTheBrowserAsksFor(String path) {
    for (int again = 0; again < 2; again++) {
      Document german = in("de", get(path, "de-AT, en;q=0.5"));
      Document english = in("en", get(path, ""));
      assertThat(german.select("nav").text()).contains("Abonnieren");
      assertThat(english.select("nav").text()).contains("Subscribe");
      assertThat(in("en", get(path, "fr, *;q=0.1")).text()).isEqualTo(english.text());
    }
    assertThat(varies(get(path, "de"))).contains("Accept-Language");
  }

  @Test
  void whatIsCachedHasATagForEachLanguage() {
    HttpResponse<String> german = get("/", "de");
    String tag = german.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/", "en").headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
    assertThat(varies(german)).contains("Accept-Language", "Accept-Encoding");
    for (String reads : List.of("de", "en")) {
      site.reads = reads;
      int status =
          site.send(HttpRequest.newBuilder(site.at("/")).header("If-None-Match", tag).build())
              .statusCode();
      assertThat(status).isEqualTo(reads.equals("de") ? 304 : 200);
    }
  }

  @Test
  void whatIsRefusedBeforeAnyPageSeesItIsInTheLanguageToo() {
    String answer =
        site.raw("GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: de\r\nBad Name\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("Vary: Accept-Language");
    assertThat(in("de", get("/search?q=" + "z".repeat(9_000), "de")).text()).contains("zu lang");
  }

  @Test
  void aReadersPageIsInTheirLanguageWhateverTheBrowserAsksFor() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE, "de");
    HttpResponse<String> answer = get(site.link(Purpose.PREFERENCES, ada), "en");
    Document page = in("de", answer);
    assertThat(page.select("h1").text()).isEqualTo("Ihre Einstellungen");
    assertThat(page.select(".lead").text())
        .isEqualTo(
            "Für a…@example.org. Ihre nächste Ausgabe kommt morgen, Mittwoch, 25. November, um"
                + " 07:00 Uhr (Europe/Oslo).");
    assertThat(varies(answer)).doesNotContain("Accept-Language");
  }

  @Test
  void whoChoosesAnotherLanguageSeesTheSavedPageInIt() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String link = site.link(Purpose.PREFERENCES, ada);
    Document before = in("en", site.get(link));
    assertThat(before.select("#language option").eachText()).containsExactly("Deutsch", "English");
    assertThat(before.select("#language option[selected]").val()).isEqualTo("en");
    Document wrong = in("en", save(link, "xx"));
    assertThat(wrong.select("#language-error").text())
        .isEqualTo("Choose a language from the list.");
    Document after = in("de", save(link, "de"));
    assertThat(after.select(".saved").text()).startsWith("Gespeichert. Ihre nächste Ausgabe kommt");
    assertThat(site.find("ada@example.org").preferences().language()).isEqualTo("de");
  }

  private HttpResponse<String> save(String link, String language) {
    return site.post(
        link,
        "trending",
        "yes",
        "maximum",
        "10",
        "at",
        "07:00",
        "zone",
        "UTC",
        "days",
        "MONDAY",
        "language",
        language);
  }

  @Test
  void whoSubscribesDoesSoInTheLanguageOfThePage() {
    Document form = in("de", get("/subscribe", "de"));
    assertThat(form.select("#language option[selected]").val()).isEqualTo("de");
    in("de", site.subscribe("ada@example.org", "trending", "yes"));
    in("de", site.subscribe("eve@example.org", "trending", "yes", "language", "en"));
    assertThat(site.find("ada@example.org").preferences().language()).isEqualTo("de");
    assertThat(site.find("eve@example.org").preferences().language()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({"'', 202, en", "de, 202, de", "xx, 422, ", "DE, 422, ", "5, 422, "})
  void aProgramNamesTheLanguageAndIsAnsweredInEnglish(String language, int status, String got) {
    site.reads = "de";
    String field =
        language.isEmpty()
            ? ""
            : ", \"language\": " + (language.equals("5") ? "5" : '"' + language + '"');
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at("/api/subscriptions"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"address\": \"ada@example.org\", \"trending\": true" + field + "}"))
                .build());
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 202) {
      assertThat(answer.body()).contains("A mail to confirm is on its way");
      assertThat(site.find("ada@example.org").preferences().language()).isEqualTo(got);
    } else {
      assertThat(answer.body()).contains("{\"language\":\"Give one of de, en.\"}");
    }
  }

  @Test
  void papersAreInTheirOwnLanguageWhateverThePageIsIn() {
    Document page = in("de", get("/trending/2026-11-24", "de"));
    assertThat(page.select("h3[lang=en][dir=auto]").eachText())
        .containsExactlyInAnyOrder("Robots that juggle", "Zebrafish that juggle");
    assertThat(page.select("h3[dir=auto][lang~=^$]").eachText())
        .containsExactly("Roboter, die jonglieren");
    assertThat(page.select("details > p[lang=en]").eachText())
        .containsExactlyInAnyOrder("They juggle.", "They do.");
  }
}
