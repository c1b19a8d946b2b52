package dev.offprint.sources.files;

import static dev.offprint.sources.files.PaperFiles.CLOCK;
import static dev.offprint.sources.files.PaperFiles.HUGGING_FACE;
import static dev.offprint.sources.files.PaperFiles.NOW;
import static dev.offprint.sources.files.PaperFiles.RECORD;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.gzip;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static dev.offprint.sources.files.PaperFiles.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.HarvestOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are papers, and what is said of those that are not. */
class PaperFileReaderTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 5, 27);
  private static final LocalDate FRIDAY = LocalDate.of(2024, 5, 24);

  @TempDir Path folder;

  @Test
  void anArrayOfHuggingFaceIsReadInFull() throws IOException {
    assertThat(harvested(read("[" + HUGGING_FACE + "]")).sightings())
        .containsExactly(
            new Sighting(
                new Paper(
                    new PaperId("2405.15738"),
                    "ConvLLaVA: Hierarchical Backbones",
                    "High-resolution models.",
                    List.of(new Author("Chunjiang Ge"), new Author("Sijie Cheng")),
                    List.of(),
                    new Paper.Links(
                        URI.create("https://arxiv.org/abs/2405.15738"),
                        URI.create("https://arxiv.org/pdf/2405.15738"),
                        URI.create("https://github.com/alibaba/conv-llava")),
                    new Paper.Dates(FRIDAY, MONDAY, null),
                    new Paper.Listing(
                        "Example Lab",
                        new Paper.Summary("Images of high resolution.", "Hugging Face (AI)"))),
                "huggingface",
                Map.of(
                    Signal.Metric.UPVOTES, 46, Signal.Metric.COMMENTS, 3, Signal.Metric.STARS, 150),
                NOW));
  }

  @Test
  void jsonLinesAreReadInFull() throws IOException {
    assertThat(harvested(read(RECORD + "\n\n" + "{\"id\": \"x:1\", \"title\": \"Short\"}")))
        .satisfies(
            outcome -> {
              assertThat(outcome.setAside()).isEmpty();
              assertThat(outcome.sightings())
                  .hasSize(2)
                  .extracting(Sighting::source)
                  .containsOnly("file");
              assertThat(outcome.sightings().getFirst().signals())
                  .isEqualTo(Map.of(Signal.Metric.UPVOTES, 5));
              assertThat(outcome.sightings().getFirst().paper())
                  .isEqualTo(
                      new Paper(
                          new PaperId("2503.02136"),
                          "Gallai-Schur numbers",
                          "It shows.",
                          List.of(new Author("Fred Rowley")),
                          List.of("math.CO", "cs.DM"),
                          new Paper.Links(
                              URI.create("https://arxiv.org/abs/2503.02136"),
                              URI.create("https://arxiv.org/pdf/2503.02136v1"),
                              null),
                          new Paper.Dates(
                              // It says of itself that it is yet to be published.
                              LocalDate.of(2025, 3, 3), LocalDate.of(2024, 5, 28), null),
                          new Paper.Listing(
                              "Institute of Numbers",
                              new Paper.Summary("Two numbers are bounded.", "A reader"))));
            });
  }

  @Test
  void anArrayOfOwnRecordsGivesTheSameAsLinesDo() throws IOException {
    assertThat(read("[" + RECORD + "]")).isEqualTo(read(RECORD));
  }

  @Test
  void packingAndAByteOrderMarkMakeNoDifference() throws IOException {
    for (String text : List.of("[" + HUGGING_FACE + "]", RECORD)) {
      HarvestOutcome plain = read(text);
      assertThat(read(gzip(text))).isEqualTo(plain);
      assertThat(read("\ufeff" + text)).isEqualTo(plain);
      assertThat(read(gzip("\ufeff\n " + text))).isEqualTo(plain);
    }
  }

  @Test
  void theDayIsTheOneAskedForElseTheOneInTheNameElseThatOfTheRecord() throws IOException {
    byte[] list = ("[" + HUGGING_FACE + "]").getBytes(StandardCharsets.UTF_8);
    Path named = Files.write(folder.resolve("daily_2024-05-20.json"), list);
    Path odd = Files.write(folder.resolve("2024-99-99.json"), list);
    LocalDate asked = LocalDate.of(2024, 5, 21);
    PaperFileReader reader = new PaperFileReader(CLOCK);
    assertThat(announced(reader.read(named, asked))).isEqualTo(asked);
    assertThat(announced(reader.read(named, null))).isEqualTo(LocalDate.of(2024, 5, 20));
    assertThat(announced(reader.read(odd, null))).isEqualTo(MONDAY);
    assertThat(announced(read("{\"id\": \"x:1\", \"title\": \"Undated\"}")))
        .isEqualTo(LocalDate.of(2024, 5, 28));
  }

  /** So an old file that is imported last does not count for more than the newer ones. */
  @Test
  void whatAFileOfAnEarlierDayShowsWasSeenThen() throws IOException {
    byte[] list = ("[" + HUGGING_FACE + "]").getBytes(StandardCharsets.UTF_8);
    PaperFileReader reader = new PaperFileReader(CLOCK);
    Path old = Files.write(folder.resolve("2024-05-20.json"), list);
    Path today = Files.write(folder.resolve("2024-05-28.json"), list);
    assertThat(harvested(reader.read(old, null)).sightings().getFirst().observedAt())
        .isEqualTo("2024-05-20T23:59:59Z");
    assertThat(harvested(reader.read(today, null)).sightings().getFirst().observedAt())
        .isEqualTo(NOW);
  }

  @Test
  void aDoiIsAnotherIdOfTheWorkAndWhatIsNoneIsNot() throws IOException {
    String record = "{\"id\": \"x:1\", \"title\": \"Short\", \"doi\": \"%s\"}%n";
    assertThat(
            harvested(
                    read(
                        record.formatted("https://doi.org/10.1000/A")
                            + record.replace("x:1", "x:2").formatted("to appear")))
                .sightings())
        .extracting(Sighting::alsoKnownAs)
        .containsExactly(List.of(new PaperId("10.1000/a")), List.of());
  }

  @Test
  void aWithdrawalIsKept() throws IOException {
    String withdrawn =
        HUGGING_FACE.replace(
            "\"upvotes\"", "\"withdrawnAt\": \"2024-05-26T10:00:00Z\", \"upvotes\"");
    assertThat(papers(read("[" + withdrawn + "]")).getFirst().dates().withdrawn())
        .isEqualTo(LocalDate.of(2024, 5, 26));
  }

  @Test
  void ofTwoRecordsOfOnePaperTheLastWins() throws IOException {
    String versions =
        """
        {"id": "arXiv:2405.15738v1", "title": "First"}
        {"id": "https://arxiv.org/abs/2405.15738v2", "title": "Second"}
        """;
    assertThat(papers(read(versions))).extracting(Paper::title).containsExactly("Second");
  }

  @Test
  void aBadLineIsSetAsideWithItsNumberAndTheRestGoOn() throws IOException {
    String lines =
        """
        {"id": "x:1", "title": "Good"}
        {"id": "x:2", "title":
        {"title": "No id"}
        {"id": "x:4", "title": " "}
        {"id": "x:5", "title": "T", "authors": "Ann"}
        {"id": "x:6", "title": "T", "upvotes": -1}
        {"id": "x:7", "title": "T", "published": "last week"}
        {"id": "x 8", "title": "T"}
        ["x:9"]
        {"id": "x:10", "title": "No end}
        {"id": "x:11", "title": "Good too"}
        """;
    HarvestOutcome.Harvested outcome = harvested(read(lines));
    assertThat(papers(outcome)).extracting(Paper::title).containsExactly("Good", "Good too");
    assertThat(outcome.setAside())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("line 2: it is not JSON: it ends too early"),
            line -> assertThat(line).isEqualTo("line 3: it has no id"),
            line -> assertThat(line).isEqualTo("line 4: it has neither a title nor an abstract"),
            line -> assertThat(line).isEqualTo("line 5: authors is not an array"),
            line -> assertThat(line).isEqualTo("line 6: upvotes is not a count"),
            line -> assertThat(line).isEqualTo("line 7: published is not a date: last week"),
            line ->
                assertThat(line)
                    .isEqualTo("line 8: a paper's id has no white space or control characters"),
            line -> assertThat(line).isEqualTo("line 9: it is not a JSON object"),
            line ->
                assertThat(line)
                    .startsWith("line 10: it is not JSON: a text does not end on its line"));
  }

  @Test
  void theBeginningOfAnAbstractStandsForATitleThatIsNotThere() throws IOException {
    String lines =
        """
        {"id": "x:1", "abstract": "Cells divide. They do so often."}
        {"id": "x:2", "title": " ", "abstract": "Cells divide ."}
        {"id": "x:3", "title": "Cells", "abstract": "Cells divide. They do."}
        """;
    assertThat(papers(harvested(read(lines))))
        .extracting(paper -> paper.title() + "|" + paper.abstractText())
        .containsExactly(
            "Cells divide.|They do so often.", "Cells divide .|", "Cells|Cells divide. They do.");
  }

  @Test
  void anArrayThatBreaksOffIsBrokenAsAWholeWithThePlace() throws IOException {
    String list = "[\n" + HUGGING_FACE + ",\n" + HUGGING_FACE + "]";
    assertThat(broken(read(list.substring(0, list.length() - 30))))
        .matches("it is not JSON from line \\d+, column \\d+ on: it ends too early");
  }

  @Test
  void whatFollowsTheArrayIsNotPassedOver() throws IOException {
    assertThat(papers(read("[" + HUGGING_FACE + "]\n[" + RECORD + "]"))).hasSize(2);
    assertThat(broken(read("[" + HUGGING_FACE + "] {}")))
        .isEqualTo("something that is no JSON array follows the end of one");
  }

  @Test
  void stringsThatHoldPythonAreToldAsSuch() throws IOException {
    assertThat(broken(read("[\"{'paper': {'id': '2412.07730'}}\", \"{'paper': {}}\"]")))
        .isEqualTo(
            "none of its 2 records is a paper; element 1: it is a string that holds a Python"
                + " object, not a JSON object");
  }

  @Test
  void whatIsNoFileOfPapersIsTold() throws IOException {
    assertThat(broken(read(""))).isEqualTo("it is empty");
    assertThat(broken(read(" \n\t"))).isEqualTo("it is empty");
    assertThat(read("[]")).isEqualTo(new HarvestOutcome.NothingNew("it holds no papers"));
    assertThat(broken(read(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 0, 0}))).isNotBlank();
    assertThat(broken(new PaperFileReader(CLOCK).read(folder, null)))
        .isEqualTo("it is a folder; name the files in it");
    assertThat(unreachable(new PaperFileReader(CLOCK).read(folder.resolve("none"), null)))
        .isEqualTo("there is no such file");
  }

  @Test
  void aPipeIsReadLikeAFile() throws IOException {
    for (byte[] content :
        List.of(
            RECORD.getBytes(StandardCharsets.UTF_8),
            gzip("[" + HUGGING_FACE + "]"),
            FeedSamples.BIORXIV.getBytes(StandardCharsets.UTF_8),
            new byte[0],
            Arrays.copyOf(gzip(RECORD), 40),
            Arrays.copyOf(gzip(FeedSamples.BLOG), 40),
            Arrays.copyOf(gzip(RECORD), 5))) {
      assertThat(new PaperFileReader(CLOCK).read(new ByteArrayInputStream(content), null, null))
          .isEqualTo(read(content));
    }
    assertThat(
            broken(
                new PaperFileReader(CLOCK).read(new ByteArrayInputStream(new byte[0]), null, null)))
        .isEqualTo("it is empty");
  }

  @Test
  void aPipeThatFailsIsToldInOneLine() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    assertThat(broken(new PaperFileReader(CLOCK).read(closed, null, null)))
        .isEqualTo("Stream closed");
  }

  @Test
  void damagedGzipIsTold() throws IOException {
    for (String text : List.of("[" + HUGGING_FACE + "]", RECORD)) {
      byte[] packed = gzip(text);
      assertThat(broken(read(Arrays.copyOf(packed, packed.length - 40))))
          .isEqualTo("its gzip data breaks off");
      packed[packed.length - 6] ^= 1;
      assertThat(broken(read(packed))).startsWith("its gzip data is damaged: ");
    }
    assertThat(broken(read(new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9})))
        .startsWith("its gzip data is damaged: ");
  }

  @Test
  void aFileThatUnpacksToTooMuchIsLeftUnread() throws IOException {
    PaperFileReader reader = new PaperFileReader(CLOCK, 100_000);
    for (String start : List.of("[" + HUGGING_FACE + ",", RECORD + "\n")) {
      Path bomb = Files.write(folder.resolve("bomb"), gzip(start + " ".repeat(5_000_000)));
      assertThat(Files.size(bomb)).isLessThan(10_000);
      assertThat(broken(reader.read(bomb, null)))
          .isEqualTo("it is larger than 100000 bytes, unpacked");
    }
  }

  @Property(tries = 300, seed = "2026")
  void anyBytesHaveAnOutcome(@ForAll byte[] content) throws IOException {
    Path file = Files.createTempFile("papers", ".json");
    try {
      for (byte first : new byte[] {'[', '{', content.length == 0 ? 0 : content[0]}) {
        byte[] bytes = Arrays.copyOf(content, Math.max(1, content.length));
        bytes[0] = first;
        Files.write(file, bytes);
        assertThat(new PaperFileReader(CLOCK).read(file, null)).isNotNull();
      }
    } finally {
      Files.delete(file);
    }
  }

  private HarvestOutcome read(String content) throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private HarvestOutcome read(byte[] content) throws IOException {
    return new PaperFileReader(CLOCK).read(Files.write(folder.resolve("papers"), content), null);
  }

  private static LocalDate announced(HarvestOutcome outcome) {
    return papers(outcome).getFirst().dates().announced();
  }
}
