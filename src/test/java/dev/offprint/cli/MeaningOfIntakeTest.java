package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SameMeaning;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome.Harvested;
import dev.offprint.sources.HarvestOutcome.NothingNew;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Once papers are in, and that is told, it is worked out what they mean. */
class MeaningOfIntakeTest {
  private static final LocalDate TODAY = LocalDate.ofInstant(MemoryFeatures.NOW, ZoneOffset.UTC);

  private final Session session = new Session();
  private final MemoryVectors vectors = new MemoryVectors();

  MeaningOfIntakeTest() {
    session.features.vectors = new StoredVectors(vectors, "same", SameMeaning::new);
  }

  private static Sighting sighting(String title, LocalDate day) {
    return new Sighting(
        new Paper(
            new PaperId(title),
            title,
            "",
            List.of(new Author("Ada Byron")),
            List.of(),
            new Paper.Links(null, null, null),
            new Paper.Dates(null, day, null)),
        "file",
        Map.of(),
        MemoryFeatures.NOW);
  }

  private static Stream<Sighting> papers(int count, LocalDate day) {
    return IntStream.range(0, count).mapToObj(i -> sighting("p" + i + "-" + day, day));
  }

  private int take(Stream<Sighting> papers) {
    session.features.files.put("a.json", new Harvested(papers.toList(), List.of()));
    return session.run("papers", "import", "a.json");
  }

  private int takeWeek(LocalDate last) {
    return take(
        Stream.of(papers(2, last), papers(3, last.minusDays(7)), papers(4, last.minusDays(8)))
            .flatMap(each -> each));
  }

  @Test
  void itIsWorkedOutForTheEditionsThatCanDrawOnIt() {
    assertThat(takeWeek(TODAY)).isZero();
    assertThat(vectors.count()).isEqualTo(5);
    assertThat(session.out).hasLineCount(1).contains("9 papers, 9 new");
    assertThat(session.err).isEmpty();
  }

  @Test
  void anOldDayThatIsTakenInCountsAsMuch() {
    LocalDate old = TODAY.minusDays(300);
    takeWeek(old);
    assertThat(vectors.count()).isEqualTo(5);
  }

  @Test
  void oneDateYearsAheadCountsAsTheDayItCameAndDoesNotStandForAll() {
    take(Stream.concat(papers(1, TODAY.plusYears(3)), papers(2, TODAY)));
    assertThat(vectors.count()).isEqualTo(3);
  }

  @Test
  void theDocumentIsTheOnlyOneOnStandardOutput() {
    take(papers(2, TODAY));
    session.run("papers", "import", "a.json", "--json");
    assertThat(session.json().get(0).get("unchanged").asInt()).isEqualTo(2);
  }

  @Test
  void atATerminalALineTellsHowFarItIs() {
    session.terminal = true;
    take(papers(70, TODAY));
    assertThat(session.err)
        .startsWith("\r\u001b[K\u001b[?7lWhat 70 papers mean: 0 done; Ctrl-C leaves the rest to")
        .contains("What 70 papers mean: 64 done, less than a minute left; Ctrl-C")
        .endsWith("\u001b[?7h\r\u001b[K");
    take(papers(70, TODAY));
    assertThat(session.err).as("nothing is left to do").isEmpty();
  }

  @Test
  void aDaemonDoesItButForDaysThatItDoesNotLookAt() {
    session.features.daemonRunning = true;
    take(papers(2, TODAY));
    assertThat(session.err).contains("The daemon works out what new papers mean");
    assertThat(vectors.count()).isZero();

    take(papers(3, TODAY.minusDays(8)));
    assertThat(session.err).isEmpty();
    assertThat(vectors.count()).isEqualTo(3);
  }

  @Test
  void whereWordsAloneChooseNothingIsDoneAndNothingSaid() {
    session.features.vectors = null;
    session.features.daemonRunning = true;
    take(papers(2, TODAY));
    assertThat(session.err).isEmpty();
  }

  @Test
  void aModelThatCannotBeUsedIsToldOnceAndIsNoFailure() {
    session.features.vectors =
        new StoredVectors(vectors, "none", () -> OnnxSentenceModel.open(Path.of("no/such/folder")));
    assertThat(take(papers(2, TODAY))).isZero();
    assertThat(session.err).hasLineCount(1).endsWith("; papers are chosen by words alone\n");
  }

  @Test
  void whatIsFetchedIsWorkedOutToo() {
    session.features.source("lab", true, new Harvested(papers(2, TODAY).toList(), List.of()));
    session.features.source("other", true, new NothingNew("a holiday"));
    assertThat(session.run("papers", "fetch", "lab", "other")).isZero();
    assertThat(vectors.count()).isEqualTo(2);
  }

  @Test
  void aPreviewAnswersAtOnceAndSaysThatMeaningFollows() {
    session.features.papers.record(papers(2, TODAY).toList());
    session.run("preview", "--interest", "felines that purr", "--json");
    assertThat(session.json().get("plan").asString()).isEqualTo("nothing");
    assertThat(session.json().get("without_meaning").asInt()).isEqualTo(2);
    assertThat(session.err)
        .hasLineCount(1)
        .contains("2 of 2 papers were compared by their words alone")
        .contains("The daemon does it once it runs");
    session.features.daemonRunning = true;
    session.run("preview", "--interest", "felines that purr");
    assertThat(session.err).contains("The daemon does it in the background.");

    session.run("preview", "--interest", "felines that purr", "--date", "2024-05-25");
    assertThat(session.err).as("there are none").isEmpty();
    session.features.papers.record(papers(1, TODAY.minusDays(5)).toList());
    session.run("preview", "--interest", "felines that purr", "--date", "2024-05-25");
    assertThat(session.err).contains("1 of 1 paper", "'offprint papers import'");
  }
}
