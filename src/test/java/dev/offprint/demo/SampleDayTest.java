package dev.offprint.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The day that the demo shows, as it lies in the jar. */
class SampleDayTest {
  private static List<JsonNode> papers;

  @BeforeAll
  static void readTheSampleDay() throws IOException {
    try (InputStream day = SampleDayTest.class.getResourceAsStream("sample-day.jsonl")) {
      assertThat(day).isNotNull();
      JsonMapper mapper = JsonMapper.shared();
      papers =
          new String(day.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(mapper::readTree)
              .toList();
    }
  }

  @Test
  void itHoldsAboutFortyPapers() {
    assertThat(papers).hasSizeBetween(35, 50);
  }

  @Test
  void everyLineHasTheKeysOfTheImportFormatAndNoOthers() {
    assertThat(papers)
        .allSatisfy(
            paper ->
                assertThat(paper.propertyNames())
                    .containsExactlyInAnyOrder(
                        "id",
                        "title",
                        "abstract",
                        "authors",
                        "categories",
                        "published",
                        "url",
                        "upvotes"));
  }

  @Test
  void noPaperIsThereTwice() {
    assertThat(papers).extracting(paper -> paper.get("id").asString()).doesNotHaveDuplicates();
    assertThat(papers).extracting(paper -> paper.get("title").asString()).doesNotHaveDuplicates();
  }

  @Test
  void summariesAreShortEnoughForAMail() {
    assertThat(papers)
        .allSatisfy(
            paper ->
                assertThat(paper.get("abstract").asString().split(" ")).hasSizeBetween(40, 130));
  }

  @Test
  void datesLinksAndNamesAreWellFormed() {
    assertThat(papers)
        .allSatisfy(
            paper -> {
              LocalDate published = LocalDate.parse(paper.get("published").asString());
              assertThat(published).isBetween(LocalDate.of(1991, 8, 14), LocalDate.of(2026, 1, 1));
              assertThat(URI.create(paper.get("url").asString()))
                  .hasScheme("https")
                  .hasPath(
                      paper.get("url").asString().contains("arxiv.org")
                          ? "/abs/" + paper.get("id").asString()
                          : "/" + paper.get("id").asString());
              assertThat(paper.get("authors").values())
                  .isNotEmpty()
                  .allSatisfy(name -> assertThat(name.asString()).isNotBlank());
              assertThat(paper.get("categories").values()).isNotEmpty();
              assertThat(paper.get("upvotes").asInt()).isBetween(0, 320);
            });
  }
}
