package dev.offprint.sources.files;

import static dev.offprint.sources.files.PaperFiles.CLOCK;
import static dev.offprint.sources.files.PaperFiles.HUGGING_FACE;
import static dev.offprint.sources.files.PaperFiles.NOW;
import static dev.offprint.sources.files.PaperFiles.RECORD;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.gzip;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Sighting;
import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.HarvestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files that are dropped into a folder. */
class FolderSourceTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 5, 28);
  private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(10));

  @TempDir Path data;
  private Path incoming;
  private FolderSource source;

  @BeforeEach
  void folder() {
    incoming = data.resolve("incoming");
    source = new FolderSource(incoming, CLOCK);
  }

  private Path drop(String name, String content) throws IOException {
    return drop(name, content.getBytes(UTF_8), LONG_AGO);
  }

  private Path drop(String name, byte[] content, Instant modified) throws IOException {
    Path file = Files.write(Files.createDirectories(incoming).resolve(name), content);
    return Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private static String record(int number) {
    return "{\"id\": \"x:%d\", \"title\": \"Bee %d\"}\n".formatted(number, number);
  }

  private HarvestOutcome harvest() {
    return source.harvest(TODAY);
  }

  /** Every file below the folder, in order. */
  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(incoming)) {
      return all.filter(Files::isRegularFile)
          .map(file -> incoming.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void filesOfAnyFormatAreTakenInTheOrderOfTheirNames() throws IOException {
    drop("c.xml", FeedSamples.BLOG);
    drop("b.jsonl", RECORD);
    drop("a.json.gz", gzip("[" + HUGGING_FACE + "]"), LONG_AGO);

    assertThat(harvested(harvest()).sightings())
        .extracting(Sighting::source)
        .containsExactly("huggingface", "file", "file", "file", "file");
    assertThat(source.name()).isEqualTo("file");
  }

  @Test
  void aFileIsDoneOnlyWhenItsPapersAreStored() throws IOException {
    drop("a.jsonl", RECORD);

    harvest();
    assertThat(files()).containsExactly("a.jsonl");
    source.forget();
    source.kept();
    assertThat(files()).containsExactly("a.jsonl");
    assertThat(papers(harvest())).hasSize(1);
    source.kept();
    assertThat(files()).containsExactly("done/a.jsonl");
    assertThat(harvest())
        .isEqualTo(new HarvestOutcome.NothingNew("no complete file is in " + incoming));
  }

  @Test
  void aFileThatCannotBeReadFailsAtOnceWithItsReasonAndTheOthersGoOn() throws IOException {
    drop("a.json", "hello");
    drop("b.jsonl", record(1) + "{\"id\": \"x:2\"}");
    drop("c.gz", Arrays.copyOf(gzip(RECORD), 40), LONG_AGO);
    drop("d.json", "[]");

    HarvestOutcome.Harvested harvest = harvested(harvest());

    assertThat(papers(harvest)).hasSize(1);
    assertThat(harvest.setAside())
        .containsExactly(
            "a.json: it is neither a JSON array of papers nor JSON Lines with one paper a line,"
                + " and no feed",
            "b.jsonl: line 2: it has neither a title nor an abstract",
            "c.gz: its gzip data breaks off");
    assertThat(incoming.resolve("failed/c.gz.why.txt")).hasContent("its gzip data breaks off");
    source.kept();
    assertThat(files())
        .containsExactly(
            "done/b.jsonl",
            "done/d.json",
            "failed/a.json",
            "failed/a.json.why.txt",
            "failed/c.gz",
            "failed/c.gz.why.txt");
  }

  @Test
  void whenNoFileCanBeReadTheSourceIsBroken() throws IOException {
    drop("a.json", "");
    assertThat(broken(harvest())).isEqualTo("a.json: it is empty");
    drop("b.json", "");
    drop("c.json", "<html>");
    assertThat(broken(harvest())).isEqualTo("none of 2 files can be read; b.json: it is empty");
    assertThat(harvest()).isInstanceOf(HarvestOutcome.NothingNew.class);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    for (int number = 1; number <= 3; number++) {
      drop("a.json.gz", gzip(record(number)), LONG_AGO);
      drop("2024.bad", "bad " + number);
      harvest();
      source.kept();
    }

    assertThat(files())
        .containsExactly(
            "done/a-2.json.gz",
            "done/a-3.json.gz",
            "done/a.json.gz",
            "failed/2024-2.bad",
            "failed/2024-2.bad.why.txt",
            "failed/2024-3.bad",
            "failed/2024-3.bad.why.txt",
            "failed/2024.bad",
            "failed/2024.bad.why.txt");
    assertThat(incoming.resolve("failed/2024.bad")).hasContent("bad 1");
    assertThat(incoming.resolve("failed/2024-3.bad")).hasContent("bad 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden.json", "a.json.part", "a.json.tmp", "a.json~"})
  void anUnfinishedFileIsLeftAlone(String name) throws IOException {
    drop(name, RECORD);

    assertThat(harvest()).isInstanceOf(HarvestOutcome.NothingNew.class);
    assertThat(files()).containsExactly(name);
  }

  @Test
  void aFileThatWasJustWrittenToWaits() throws IOException {
    Path file = drop("a.jsonl", RECORD.getBytes(UTF_8), NOW.minusSeconds(4));
    assertThat(harvest()).isInstanceOf(HarvestOutcome.NothingNew.class);

    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(5)));
    assertThat(papers(harvest())).hasSize(1);
  }

  @Test
  void aFileFromTheFutureIsNotForgotten() throws IOException {
    drop("a.jsonl", RECORD.getBytes(UTF_8), NOW.plus(Duration.ofDays(400)));

    assertThat(papers(harvest())).hasSize(1);
  }

  @Test
  void whatIsWrittenToAFileAfterItWasReadIsReadTheNextTime() throws IOException {
    drop("a.jsonl", record(1));
    harvest();
    drop("a.jsonl", record(1) + record(2));
    source.kept();

    assertThat(files()).containsExactly("a.jsonl");
    assertThat(papers(harvest())).hasSize(2);
  }

  @Test
  void aFilesNameCannotBreakTheLineThatTellsOfIt() throws IOException {
    drop("a\nWARN all is lost.json", "");

    assertThat(broken(harvest())).isEqualTo("a WARN all is lost.json: it is empty");
  }

  @Test
  void foldersAndLinksAreNoDroppedFiles() throws IOException {
    Path outside = Files.writeString(data.resolve("outside.jsonl"), RECORD);
    Files.createDirectories(incoming.resolve("folder.json"));
    Files.createSymbolicLink(incoming.resolve("link.jsonl"), outside);

    assertThat(harvest()).isInstanceOf(HarvestOutcome.NothingNew.class);
    assertThat(outside).exists();
  }

  @Test
  void manyFilesAreTakenInPortions() throws IOException {
    String many = IntStream.range(0, 15_000).mapToObj(i -> record(i)).collect(Collectors.joining());
    for (String name : List.of("a", "b", "c")) {
      drop(name, many);
    }

    assertThat(harvested(harvest()).sightings()).hasSize(30_000);
    source.kept();
    assertThat(harvested(harvest()).sightings()).hasSize(15_000);
    source.kept();
    assertThat(files()).containsExactly("done/a", "done/b", "done/c");
  }

  @Test
  void aMissingFolderIsMade() {
    assertThat(harvest()).isInstanceOf(HarvestOutcome.NothingNew.class);
    assertThat(incoming.resolve("done")).isDirectory();
    assertThat(incoming.resolve("failed")).isDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Files.writeString(incoming, "a file");

    assertThat(broken(harvest()))
        .isEqualTo("the folder " + incoming + " cannot be made: a file of that name is in the way");
  }

  @Test
  void aFileThatCannotBePutAwayIsToldUntilItCan() throws IOException {
    drop("a.jsonl", RECORD);
    harvest();
    Path done = incoming.resolve("done");
    Files.delete(done);
    source.kept();
    Files.writeString(done, "in the way");
    assertThat(broken(harvest())).startsWith("the folder " + done + " cannot be made");

    Files.delete(done);
    assertThat(harvest()).isInstanceOf(HarvestOutcome.NothingNew.class);
    assertThat(files()).containsExactly("done/a.jsonl");
  }
}
