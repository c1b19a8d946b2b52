package dev.offprint.sources;

import static dev.offprint.sources.files.PaperFiles.NOW;
import static dev.offprint.sources.files.PaperFiles.papers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The organisation and the summary of a paper in Hugging Face's list. */
class ListingOfHuggingFaceTest {
  private static Paper.Listing listing(String inside, String beside) {
    String list =
        "[{\"paper\": {\"id\": \"2405.00001\", \"title\": \"On routing\"%s}%s}]"
            .formatted(inside, beside);
    return papers(
            new PaperJson(null, NOW)
                .array(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))))
        .getFirst()
        .listing();
  }

  @Test
  void theOrganisationStandsInsideThePaperOrBesideIt() {
    String organization = ", \"organization\": {\"name\": \"lab\", \"fullname\": \"The Lab\\n \"}";
    assertThat(listing(organization, "").organization()).isEqualTo("The Lab");
    assertThat(listing("", organization).organization()).isEqualTo("The Lab");
    assertThat(listing(", \"organization\": null", organization).organization())
        .isEqualTo("The Lab");
  }

  @Test
  void anOrganisationWithoutAFullNameHasItsName() {
    assertThat(listing(", \"organization\": {\"name\": \"lab\"}", "").organization())
        .isEqualTo("lab");
    assertThat(
            listing(", \"organization\": {\"name\": \"lab\", \"fullname\": \" \"}", "")
                .organization())
        .isEqualTo("lab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "{}", "\" \"", "{\"name\": {}}", "{\"fullname\": 1}"})
  void whatIsOfAnotherFormIsMissingAndThePaperIsKept(String value) {
    assertThat(listing(", \"organization\": " + value + ", \"ai_summary\": " + value, ""))
        .isEqualTo(Paper.Listing.NONE);
  }

  @Test
  void textIsOnOneLineAndCut() {
    Paper.Listing listing =
        listing(
            ", \"organization\": {\"name\": \"<b>A\\u202e\\u0000\\n%s\"}, \"ai_summary\": \"It\\r\\n%s\""
                .formatted("b".repeat(5_000), "works ".repeat(5_000)),
            "");
    assertThat(listing.organization()).startsWith("<b>A bb").hasSize(Paper.MAX_ORGANIZATION);
    assertThat(listing.summary())
        .satisfies(
            summary -> {
              assertThat(summary.text()).startsWith("It works").hasSize(Paper.MAX_SUMMARY);
              assertThat(summary.by()).isEqualTo("Hugging Face (AI)");
            });
  }
}
