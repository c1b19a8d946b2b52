package dev.offprint.sources;

import static dev.offprint.sources.files.PaperFiles.NOW;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.sources.files.PaperFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of records that are strange or mean harm. */
class HostileRecordTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Test
  void aLongTitleWithLineBreaksAndMarkupIsOneLineOfTextCutAtTheLimit() {
    String title = "<script>alert(1)</script>\r\n" + "long words\n".repeat(450);
    Paper paper = paper(Map.of("id", "x:1", "title", title));
    assertThat(paper.title())
        .startsWith("<script>alert(1)</script> long words long")
        .hasSize(Paper.MAX_TITLE)
        .endsWith("…")
        .doesNotContain("\n");
  }

  @Test
  void aCutNeverHalvesACharacter() {
    Paper paper = paper(Map.of("id", "x:1", "title", "a" + "😀".repeat(600)));
    assertThat(paper.title()).hasSizeLessThanOrEqualTo(Paper.MAX_TITLE).endsWith("😀…");
  }

  @Test
  void allOf664AuthorsAreKeptInTheirOrder() {
    List<String> names = IntStream.range(0, 664).mapToObj(n -> "Author " + n).toList();
    Paper paper = paper(Map.of("id", "x:1", "title", "T", "authors", names));
    assertThat(paper.authors()).extracting(Author::name).isEqualTo(names);
  }

  @Test
  void authorsWithoutANameAreLeftOut() {
    List<Object> authors = List.of("Ann", " ", Map.of("name", "Ben\nMoe"), Map.of(), 7);
    Paper paper = paper(Map.of("id", "x:1", "title", "T", "authors", authors));
    assertThat(paper.authors()).containsExactly(new Author("Ann"), new Author("Ben Moe"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "https://",
        "https://evil.example/\u202egpj.exe",
        "https://evil.example/\ud800",
        "https://evil.example/ a"
      })
  void whatIsNoWebAddressIsDropped(String address) {
    Paper paper =
        paper(
            Map.of(
                "id",
                "x:1",
                "title",
                "T",
                "url",
                address,
                "pdf_url",
                address,
                "code_url",
                address));
    assertThat(paper.links()).isEqualTo(new Paper.Links(null, null, null));
  }

  @Test
  void controlAndDirectionCharactersAreDropped() {
    Paper paper =
        paper(
            Map.of("id", "x:1", "title", "A\u0000\u001b[31m \u202ereversed\u2069\u200f\u061c end"));
    assertThat(paper.title()).isEqualTo("A[31m reversed end");
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(paper(Map.of("id", "x:1", "title", "a\ud800b\udc00")).title())
        .isEqualTo("a\ufffdb\ufffd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\u202e1", "x\ud8001", "x\u00001"})
  void anIdThatNoDatabaseOrReaderCouldTellApartIsSetAside(String id) {
    String line = JSON.writeValueAsString(Map.of("id", id, "title", "T"));
    String good = "\n{\"id\": \"x:2\", \"title\": \"T\"}";
    assertThat(harvested(lines(line + good)).setAside())
        .containsExactly("line 1: its id holds characters that no id has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "    "})
  void anEmptyIdIsSetAside(String id) {
    String line = JSON.writeValueAsString(Map.of("id", id, "title", "T"));
    assertThat(PaperFiles.broken(lines(line)))
        .isEqualTo(
            "none of its 1 records is a paper; line 1: a paper's id has 1 to 255 characters");
  }

  @Test
  void aReasonQuotesNoCharactersThatCommandATerminal() {
    String why = PaperFiles.broken(lines("fal\u0007\u202ese"));
    assertThat(why).contains("line 1: it is not JSON").doesNotContain("\u0007", "\u202e");
  }

  @Test
  void aReasonThatQuotesTheInputIsCut() {
    assertThat(PaperFiles.broken(lines("x".repeat(5_000))))
        .hasSizeLessThanOrEqualTo(HarvestOutcome.LONGEST_REASON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "0999-12-31", "3000-01-01", "9999-12-31"})
  void aYearThatNoPaperIsFromIsNoDate(String date) {
    String line = JSON.writeValueAsString(Map.of("id", "x:1", "title", "T", "published", date));
    assertThat(PaperFiles.broken(lines(line))).endsWith("published is not a date: " + date);
  }

  @Test
  void deepNestingIsNoWayIn() {
    String deep = "[".repeat(100_000);
    assertThat(PaperFiles.broken(array("[{\"id\":" + deep))).contains("nesting");
  }

  private static Paper paper(Map<String, Object> record) {
    return papers(lines(JSON.writeValueAsString(record))).getFirst();
  }

  private static HarvestOutcome lines(String text) {
    try {
      return new PaperJson(null, NOW).lines(input(text));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static HarvestOutcome array(String text) {
    return new PaperJson(null, NOW).array(input(text));
  }

  private static ByteArrayInputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theLongestListsOfAuthorsAreCutWithAWord() {
    List<String> names =
        java.util.stream.IntStream.range(0, 20_005)
            .mapToObj(number -> "A. Author " + number)
            .toList();
    Paper paper = paper(Map.of("id", "x:1", "title", "T", "authors", names));

    assertThat(paper.authors()).hasSize(20_001).endsWith(new Author("and 5 others"));
    assertThat(PersonNames.authors(names)).isEqualTo(paper.authors());
    assertThat(PersonNames.authors(names.subList(0, 15_025))).hasSize(15_025);
  }
}
