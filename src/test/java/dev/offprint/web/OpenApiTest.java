package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.offprint.web.http.Rendering;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API and its description say the same, whichever of the two one begins with. */
class OpenApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** Values of all kinds, which each field and parameter is given in turn. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "50",
          "51",
          "-1",
          "10.0",
          "1e1",
          "10.5",
          "1e400",
          "12345678901234567890",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"yes\"",
          "\"10\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[1]",
          "\"HTML\"",
          "\"Html\"",
          "\"PDF\"",
          "\"daily\"",
          "\"Daily\"",
          "\"hourly\"",
          "\"MONDAY\"",
          "\"Monday\"",
          "\"FUNDAY\"",
          "[\"MONDAY\"]",
          "[\"Monday\"]",
          "[\"MONDAY\", \"FUNDAY\"]",
          "[\"SUNDAY\", 7]",
          "{\"MONDAY\": true}",
          "\"07:00\"",
          "\"7:05\"",
          "\"07:00:59\"",
          "\"24:00\"",
          "\"07:60\"",
          "\"007:00\"",
          "\" 07:00\"",
          "[\"07:00\"]",
          "\"Europe/Oslo\"",
          "[\"robots\", \"moles\"]",
          "[{\"text\": \"robots\", \"reach\": \"broad\"}]",
          "[{\"text\": \"robots\", \"reach\": \"Broad\"}]",
          "[{\"text\": \"robots\", \"reach\": \"wide\"}]",
          "[{\"text\": \" \", \"reach\": \"broad\"}]",
          "[{\"text\": \"robots\"}]",
          "[{\"text\": 1, \"reach\": \"broad\"}]",
          "[{\"text\": \"robots\", \"reach\": \"broad\", \"more\": 1}]");

  /** What the description says only in words: there is such a zone, and a mailbox. */
  private static final Set<String> JUDGED_FURTHER = Set.of("language", "address", "zone", "group");

  @TempDir Path data;
  private Site site;
  private JsonNode description;

  @BeforeEach
  void start() {
    site = new Site(data);
    site.papers.record(List.of(Sightings.of("2611.00001", "On robots", "Robots.")));
    description = JSON.readTree(site.get("/api/openapi.json").body());
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private HttpResponse<String> subscribe(JsonNode document) {
    site.passes(Duration.ofMinutes(2));
    return site.send(
        HttpRequest.newBuilder(site.at("/api/subscriptions"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(document)))
            .build());
  }

  private HttpResponse<String> get(String path) {
    site.passes(Duration.ofSeconds(1));
    return site.get(path);
  }

  private Schema schema(JsonNode part) {
    ObjectNode whole = JSON.createObjectNode();
    whole.setAll((ObjectNode) part);
    whole.set("components", description.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  private static List<String> problems(Schema schema, JsonNode value) {
    return schema
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private JsonNode operation(String path, String method) {
    return description.get("paths").get(path).get(method);
  }

  private JsonNode subscription() {
    return description.get("components").get("schemas").get("Subscription");
  }

  @Test
  void everyAddressIsInItAndNoOther() {
    Set<String> routes =
        new Pages(site.parts, new Rendering(site.parts.look().templates(), URI.create("http://x/")))
            .routes().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .map(
                    route ->
                        route.method().name().toLowerCase(Locale.ROOT)
                            + route.path().replace("/api", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described = new TreeSet<>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> described.add(method + " " + path.getKey())));
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void aSubscriptionIsTakenIfTheSchemaAllowsIt() {
    Schema schema = schema(subscription());
    List<String> names = new ArrayList<>(subscription().get("properties").propertyNames());
    names.add("admin");
    int refused = 0;
    for (String name : names) {
      for (JsonNode value : values(name)) {
        ObjectNode document = JSON.createObjectNode().put("address", "ada@example.org");
        document.putArray("interests").add("robots");
        document.set(name, value);
        List<String> problems = problems(schema, document);
        HttpResponse<String> answer = subscribe(document);
        if (problems.isEmpty()) {
          assertThat(answer.statusCode())
              .as("%s, answered by %s", document, answer.body())
              .isIn(JUDGED_FURTHER.contains(name) ? List.of(202, 422) : List.of(202));
        } else {
          refused++;
          assertThat(answer.statusCode()).as("%s, as %s", document, problems).isEqualTo(422);
          assertThat(JSON.readTree(answer.body()).get("errors").propertyNames())
              .containsExactly(name);
        }
        assertIsAsDescribed("/subscriptions", "post", answer);
      }
    }
    assertThat(refused).isGreaterThan(300);
    assertThat(subscribe(JSON.createObjectNode()).statusCode()).isEqualTo(422);
  }

  /** The usual ones, each of those that a list of the field names, and those beyond its limits. */
  private List<JsonNode> values(String name) {
    List<JsonNode> values = new ArrayList<>(VALUES.stream().map(JSON::readTree).toList());
    JsonNode property = subscription().get("properties").path(name);
    JsonNode weekdays = description.get("components").get("schemas").get("Weekday").get("enum");
    property.path("enum").forEach(values::add);
    weekdays.forEach(values::add);
    weekdays.forEach(day -> values.add(JSON.createArrayNode().add(day)));
    for (int count : new int[] {100, 101}) {
      values.add(JSON.valueToTree(Collections.nCopies(count, "MONDAY")));
      values.add(
          JSON.valueToTree(List.of("We like robots. ".repeat(count == 100 ? 620 : 630).strip())));
    }
    return values;
  }

  @Test
  void aParameterIsTakenIfTheSchemaAllowsIt() {
    int refused = 0;
    for (String path : List.of("/papers", "/trending")) {
      for (JsonNode parameter : operation(path, "get").get("parameters")) {
        JsonNode type = parameter.get("schema");
        List<String> texts =
            new ArrayList<>(
                List.of(
                    "1",
                    "50",
                    "51",
                    "0",
                    "-1",
                    "x",
                    "1.5",
                    "01",
                    "999999999999",
                    "best",
                    "newest",
                    "Best",
                    "oldest",
                    "2026-11-24",
                    "2026-02-30",
                    "24.11.2026",
                    "robots",
                    "a".repeat(500),
                    "a".repeat(501)));
        type.path("enum").forEach(value -> texts.add(value.stringValue()));
        for (String text : texts) {
          JsonNode value =
              type.get("type").stringValue().equals("integer") && text.matches("-?(0|[1-9]\\d*)")
                  ? JSON.readTree(text)
                  : JSON.valueToTree(text);
          List<String> problems = problems(schema(type), value);
          HttpResponse<String> answer =
              get(
                  "/api%s?%s=%s"
                      .formatted(
                          path,
                          parameter.get("name").stringValue(),
                          URLEncoder.encode(text, StandardCharsets.UTF_8)));
          refused += problems.isEmpty() ? 0 : 1;
          assertThat(answer.statusCode())
              .as("%s = %s, as %s", parameter.get("name"), text, problems)
              .isIn(problems.isEmpty() ? List.of(200) : List.of(400, 422));
          assertIsAsDescribed(path, "get", answer);
        }
      }
    }
    assertThat(refused).isGreaterThan(40);
  }

  @Test
  void whatIsAnsweredIsAsDescribed() {
    for (String path : List.of("/papers", "/trending", "/openapi.json")) {
      assertIsAsDescribed(path, "get", get("/api" + path));
    }
    HttpResponse<String> papers = get("/api/papers?q=robots");
    assertThat(JSON.readTree(papers.body()).get("papers")).hasSize(1);
    assertIsAsDescribed("/papers", "get", papers);
  }

  private void assertIsAsDescribed(String path, String method, HttpResponse<String> answer) {
    JsonNode response =
        operation(path, method).get("responses").get(Integer.toString(answer.statusCode()));
    assertThat(response).as("%s %s: %d", method, path, answer.statusCode()).isNotNull();
    JsonNode reference = response.get("$ref");
    if (reference != null) {
      response =
          description
              .get("components")
              .get("responses")
              .get(reference.stringValue().replaceFirst(".*/", ""));
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    assertThat(response.get("content").propertyNames()).containsExactly(type);
    assertThat(
            problems(
                schema(response.get("content").get(type).get("schema")),
                JSON.readTree(answer.body())))
        .as(answer.body())
        .isEmpty();
  }
}
