package dev.offprint.sources.files;

import static dev.offprint.sources.files.PaperFiles.CLOCK;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.Intake;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperStore;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestOutcome.Harvested;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is printed over several lines, and files that are longer than memory. */
class LongJsonTest {
  private static HarvestOutcome read(String text) {
    return new PaperFileReader(CLOCK)
        .read(new ByteArrayInputStream(text.getBytes(UTF_8)), null, null);
  }

  /** A vertical bar stands for the end of a line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{|  'id': 'x:1',|  'title': 'One'|}|{|  'id': 'x:2',|  'title': 'Two'|}|",
        "{'id': 'x:1',|'title': 'One'}|{'id': 'x:2',|'title': 'Two'}",
        "{'id': 'x:1', 'title': 'One'}{'id': 'x:2', 'title': 'Two'}",
        "{'id': 'x:1', 'title': 'One'}\r||{|'id':'x:2','title':'Two'}",
        "\u001e{'id': 'x:1', 'title': 'One'}|\u001e{'id': 'x:2', 'title': 'Two'}|",
        "{'id': 'x:1', 'authors': [|'Ada {'|,|'Bo }'],|'title': 'One'}|{'id': 'x:2', 'title':"
            + " 'Two'}",
        "[{'id': 'x:1', 'title': 'One'}]|[{'id': 'x:2', 'title': 'Two'}]"
      })
  void documentsMayStandOverSeveralLinesAndSeveralOnOne(String text) {
    Harvested outcome = harvested(read(text.replace('|', '\n').replace('\'', '"')));

    assertThat(papers(outcome)).extracting(Paper::title).containsExactly("One", "Two");
    assertThat(outcome.setAside()).isEmpty();
  }

  @Test
  void aDamagedDocumentEndsWhereTheNextBegins() {
    String text =
        """
        {
          "id": "x:1",
          "title": "One",
        {
          "id": "x:2",
          "title": "Two"
        }
        {"id": "x:3", "title": "Three
        {"id": "x:4", "title": "Four"}
        """;

    Harvested outcome = harvested(read(text.replace("\"One\",", "\"One\"")));
    assertThat(papers(outcome)).extracting(Paper::title).containsExactly("Two", "Four");
    assertThat(outcome.setAside())
        .extracting(line -> line.replaceFirst(": .*", ""))
        .containsExactly("line 1", "line 8");
  }

  @Property(tries = 300, seed = "2026")
  void whereLinesAreBrokenMakesNoDifference(@ForAll("breaks") List<String> breaks) {
    Iterator<String> next = breaks.iterator();
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= 3; number++) {
      text.append("{").append(next.next());
      text.append("\"id\":").append(next.next()).append("\"x:").append(number).append("\"");
      text.append(",").append(next.next()).append("\"title\":\"T ").append(number).append("\"");
      text.append(next.next()).append("}").append(next.next());
    }

    assertThat(papers(read(text.toString())))
        .extracting(Paper::title)
        .containsExactly("T 1", "T 2", "T 3");
  }

  @Provide
  Arbitrary<List<String>> breaks() {
    return Arbitraries.of("", " ", "\n", "\n  ", "\r\n").list().ofSize(15);
  }

  /** So many records, and lines as given. */
  private static InputStream records(int count, String end) {
    String records =
        IntStream.range(0, count)
            .mapToObj(number -> "{\"id\":\"x:%d\",\"title\":\"Paper %1$d\"}\n".formatted(number))
            .collect(Collectors.joining());
    return new ByteArrayInputStream((records + end).getBytes(UTF_8));
  }

  @Test
  void aLongFileIsTakenInPartByPartWhateverItsLength() {
    PaperFileReader reader = new PaperFileReader(CLOCK, 1_000);
    List<Integer> parts = new ArrayList<>();

    Harvested last =
        harvested(
            reader.read(
                records(45_000, "no record\n"), null, part -> parts.add(part.sightings().size())));
    assertThat(parts).containsExactly(20_000, 20_000);
    assertThat(last.sightings()).hasSize(5_000);
    assertThat(last.setAside()).hasSize(1);
    assertThat(broken(reader.read(records(45_000, ""), null, null)))
        .isEqualTo("it is larger than 1000 bytes, unpacked");
  }

  @Test
  void theCountsOfALongFileAreThoseOfAllItsParts() {
    List<String> told = new ArrayList<>();
    try (Database database = TestDatabase.H2.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      new FileIntake(
              (file, parts) ->
                  new PaperFileReader(CLOCK).read(records(21_000, "no record\n"), null, parts),
              store,
              (file, outcome, papers, intake) ->
                  told.add(papers + " " + intake + " " + harvested(outcome).setAside().size()))
          .take(Collections.nCopies(2, Path.of("papers.jsonl")));
    }
    assertThat(told)
        .containsExactly(
            "21000 " + new Intake(21_000, 0, 0) + " 1", "21000 " + new Intake(0, 0, 21_000) + " 1");
  }
}
