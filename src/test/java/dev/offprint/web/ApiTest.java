package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {
  private static final JsonMapper JSON = new JsonMapper();

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

  private HttpResponse<String> subscribe(String type, String body) {
    return site.send(
        HttpRequest.newBuilder(site.at("/api/subscriptions"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> subscribe(String body) {
    return subscribe("application/json", body);
  }

  private static JsonNode problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    return problem;
  }

  @Test
  void anAddressIsEnoughToSubscribe() {
    HttpResponse<String> answer = subscribe("{\"address\": \"ada@example.org\"}");
    assertThat(answer.statusCode()).isEqualTo(202);
    Subscriber ada = site.find("ada@example.org");
    assertThat(ada.status()).isEqualTo(Status.PENDING);
    assertThat(ada.preferences().content()).isEqualTo(Content.TRENDING);
    assertThat(site.asked).hasSize(1);
  }

  @Test
  void allThatTheFormTakesIsTaken() {
    HttpResponse<String> answer =
        subscribe(
            """
            {"address": "ada@example.org", "trending": false, "interests": ["robots", "author:Li"],
             "maximum": 3, "days": ["monday", "SUNDAY"], "at": "06:30", "zone": "Asia/Tokyo",
             "format": "text"}\
            """);
    assertThat(answer.statusCode()).isEqualTo(202);
    var preferences = site.find("ada@example.org").preferences();
    assertThat(preferences.content()).isEqualTo(Content.MATCHING);
    assertThat(preferences.interests())
        .containsExactly(new Interest("robots"), new Interest("author:Li"));
    assertThat(preferences.maximum()).isEqualTo(3);
    assertThat(preferences.timing().days())
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    assertThat(preferences.timing().zone().getId()).isEqualTo("Asia/Tokyo");
    assertThat(preferences.format()).isEqualTo(Format.TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | address",
        "{\"address\": \"ada\"} | address",
        "{\"address\": 7} | address",
        "{\"address\": \"a@example.org\", \"maximum\": 51} | maximum",
        "{\"address\": \"a@example.org\", \"maximum\": \"ten\"} | maximum",
        "{\"address\": \"a@example.org\", \"interests\": \"robots\"} | interests",
        "{\"address\": \"a@example.org\", \"interests\": [{}]} | interests",
        "{\"address\": \"a@example.org\", \"interests\": {\"a\": \"robots\"}} | interests",
        "{\"address\": \"a@example.org\", \"interests\": [\"a\", [\"b\"]]} | interests",
        "{\"address\": \"a@example.org\", \"interests\": [{\"text\": \"a\"}]} | interests",
        "{\"address\": \"a@example.org\", \"interests\": [\"-only\"]} | interests",
        "{\"address\": \"a@example.org\", \"trending\": \"yes\"} | trending",
        "{\"address\": \"a@example.org\", \"zone\": \"Middle/Earth\"} | zone",
        "{\"address\": \"a@example.org\", \"admin\": true} | admin"
      })
  void aProblemNamesItsField(String body, String field) {
    JsonNode problem = problem(subscribe(body), 422);
    assertThat(problem.get("errors").propertyNames()).containsExactly(field);
    assertThat(site.subscribers.all()).isEmpty();
  }

  private HttpResponse<String> subscribeTo(String interests) {
    return subscribe("{\"address\": \"ada@example.org\", \"interests\": " + interests + "}");
  }

  @Test
  void anInterestMaySayHowFarItReaches() {
    HttpResponse<String> answer =
        subscribeTo(
            """
            ["drones ~strict", {"text": "robots\\nthat juggle", "reach": "broad"},
             {"text": "author:Li", "reach": "normal"}, {"reach": "strict", "text": "moles; voles"}]\
            """);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(site.find("ada@example.org").preferences().interests())
        .extracting(Interest::line)
        .containsExactly(
            "drones ~strict",
            "robots that juggle ~broad",
            "author:Li",
            "moles ~strict",
            "voles ~strict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"robots\", \"reach\": \"wide\"}",
        "{\"text\": \"robots\", \"reach\": 1}",
        "{\"text\": \" \", \"reach\": \"broad\"}",
        "{\"text\": \"robots ~strict\", \"reach\": \"broad\"}",
        "{\"text\": \"robots\", \"reach\": \"broad\", \"weight\": 2}",
        "{\"text\": [\"robots\"], \"reach\": \"broad\"}",
        "null"
      })
  void anInterestThatIsNeitherTextNorTextAndReachIsAnError(String interest) {
    JsonNode problem = problem(subscribeTo("[\"drones\", " + interest + "]"), 422);
    assertThat(problem.get("errors").get("interests").stringValue())
        .contains("a text and a reach: strict, normal or broad");
    assertThat(site.subscribers.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"address\": \"a@example.org\",}"})
  void whatIsNoObjectIs400(String body) {
    problem(subscribe(body), 400);
  }

  @Test
  void aFormOfAnotherSiteCannotPassForJson() {
    String body = "{\"address\": \"ada@example.org\", \"x\": \"=\"}";
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
      problem(subscribe(type, body), 415);
    }
    assertThat(site.subscribers.all()).isEmpty();
  }

  @Test
  void whatIsTooLargeIs413AndWhatIsNotThereIs404InJsonToo() {
    problem(subscribe("{\"address\": \"" + "a".repeat(70_000) + "\"}"), 413);
    problem(site.get("/api/nothing"), 404);
  }

  @Test
  void trendingIsEmptyWhereNothingIs() {
    JsonNode trending = JSON.readTree(site.get("/api/trending?date=2026-11-20").body());
    assertThat(trending.get("date").stringValue()).isEqualTo("2026-11-20");
    assertThat(trending.get("papers")).isEmpty();
    problem(site.get("/api/trending?date=yesterday"), 400);
  }

  @Test
  void theDescriptionNamesEveryPathThatThereIs() {
    JsonNode description = JSON.readTree(site.get("/api/openapi.json").body());
    assertThat(description.get("openapi").stringValue()).startsWith("3.1");
    for (var path : description.get("paths").properties()) {
      String method = path.getValue().propertyNames().iterator().next();
      HttpResponse<String> answer =
          method.equals("get")
              ? site.get("/api" + path.getKey())
              : subscribe("{\"address\": \"ada@example.org\"}");
      assertThat(path.getValue().get(method).get("responses").propertyNames())
          .as(path.getKey())
          .contains(Integer.toString(answer.statusCode()));
    }
  }
}
