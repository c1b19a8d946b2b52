package dev.offprint.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a paper, which the OpenAPI document describes. */
class PaperDocumentTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate DAY = LocalDate.of(2024, 5, 27);
  private static final PaperDocument FULL =
      new PaperDocument(
          "2405.00001",
          "Routing",
          "We route.",
          List.of("Ada Lovelace"),
          List.of("cs.LG"),
          new PaperDocument.Listing("Example Lab", "It routes.", "Example"),
          new PaperDocument.Dates(DAY, DAY, DAY),
          new PaperDocument.Votes(7, 1, 2),
          new PaperDocument.Addresses(
              URI.create("https://arxiv.org/abs/2405.00001"),
              URI.create("https://arxiv.org/pdf/2405.00001"),
              URI.create("https://lab.example/code")));

  @Test
  void itsFieldsAreThoseOfTheOpenApiDocument() throws IOException {
    JsonNode schema;
    try (InputStream file =
        Objects.requireNonNull(WebServer.class.getResourceAsStream("openapi.json"))) {
      schema = JSON.readTree(file).at("/components/schemas/Paper/properties");
    }
    JsonNode paper = JSON.valueToTree(FULL);

    assertThat(paper.propertyNames()).containsExactlyInAnyOrderElementsOf(schema.propertyNames());
    assertThat(paper.get("announced").asString()).isEqualTo("2024-05-27");
    assertThat(paper.get("upvotes").asInt()).isEqualTo(7);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    PaperDocument little =
        new PaperDocument(
            "a",
            "A",
            "",
            List.of(),
            List.of(),
            new PaperDocument.Listing("", "", ""),
            new PaperDocument.Dates(DAY, null, null),
            null,
            new PaperDocument.Addresses(null, null, null));

    assertThat(JSON.<JsonNode>valueToTree(little).propertyNames())
        .containsExactlyInAnyOrder("id", "title", "abstract", "authors", "categories", "announced");
  }
}
