package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger may have worked out: so much at once, and then little by little. */
class WorkLimitsTest {
  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
    site.papers.record(List.of(Sightings.of("2611.00001", "Robots that juggle", "They juggle.")));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static String interests(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> "robots of kind" + number)
        .collect(Collectors.joining("\n"));
  }

  private HttpResponse<String> preview(String network, String interests) {
    return site.send(
        HttpRequest.newBuilder(site.at("/preview"))
            .header("X-Forwarded-For", network)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "interests=" + URLEncoder.encode(interests, StandardCharsets.UTF_8)))
            .build());
  }

  private static String left(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body()).select("[data-left]").text();
  }

  @Test
  void ofAHundredInterestsSomeAreLeftForTheNextTime() {
    String all = interests(0, 100);
    // Reading them is work too.
    for (int left : new int[] {95, 90, 85}) {
      assertThat(left(preview("203.0.113.1", all))).startsWith(left + " interests were left out");
      site.passes(Duration.ofSeconds(4));
    }
    String some = interests(0, 10);
    assertThat(left(preview("203.0.113.1", some))).as("nothing is worked out twice").isEmpty();
  }

  @Test
  void whoAsksForMoreWaitsAndNobodyElseDoes() {
    assertThat(left(preview("203.0.113.1", interests(0, 9)))).isEmpty();
    assertThat(left(preview("203.0.113.1", interests(9, 18)))).isEmpty();
    HttpResponse<String> refused = preview("203.0.113.2", interests(40, 45));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.body()).contains("look again in a moment").doesNotContain("Nothing today");
    assertThat(left(preview("198.51.100.1", interests(40, 45)))).isEmpty();
    assertThat(left(preview("203.0.113.1", interests(40, 45)))).as("known by now").isEmpty();
  }

  @Test
  void aProgramThatSubscribesWithLongListsWaitsToo() {
    HttpResponse<String> answer = subscribe();
    assertThat(answer.statusCode()).isEqualTo(202);
    answer = subscribe();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    site.passes(Duration.ofSeconds(4));
    assertThat(subscribe().statusCode()).isEqualTo(202);
  }

  private HttpResponse<String> subscribe() {
    String list = interests(0, 50).replace("\n", "\", \"");
    return site.send(
        HttpRequest.newBuilder(site.at("/api/subscriptions"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"address\": \"ada@example.org\", \"interests\": [\"" + list + "\"]}"))
            .build());
  }

  @Test
  void manyNetworksTogetherHaveALimitToo() {
    int refused = 0;
    for (int network = 0; network < 10; network++) {
      for (int from = 100 * network; from < 100 * network + 18; from += 9) {
        HttpResponse<String> answer = preview("10.0." + network + ".1", interests(from, from + 9));
        refused += answer.statusCode() == 429 ? 1 : 0;
      }
    }
    assertThat(refused).isEqualTo(10);
  }

  @Test
  void aLinkToSubscribeKeepsTheFormAndASearchItsPapers() {
    preview("127.0.0.1", interests(0, 9));
    preview("127.0.0.1", interests(9, 18));
    HttpResponse<String> form = site.get("/subscribe?q=robots+that+juggle");
    assertThat(form.statusCode()).isEqualTo(429);
    assertThat(form.headers().firstValue("Retry-After")).contains("1");
    assertThat(Jsoup.parse(form.body()).select("#interests").text())
        .isEqualTo("robots that juggle");
    HttpResponse<String> search = site.get("/search?q=robots+that+juggle");
    assertThat(search.statusCode()).isEqualTo(200);
    assertThat(search.body()).contains("1 paper").doesNotContain("it is met by");
    site.passes(Duration.ofSeconds(1));
    assertThat(site.get("/search?q=robots+that+juggle").body()).contains("it is met by");
  }
}
