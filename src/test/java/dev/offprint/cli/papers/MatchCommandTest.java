package dev.offprint.cli.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.MemoryFeatures;
import dev.offprint.cli.Samples;
import dev.offprint.cli.Session;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome.Harvested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {
  @TempDir Path folder;
  private final Session session = new Session();

  private static Sighting sighting(String id, String title) {
    Paper paper =
        new Paper(
            new PaperId(id),
            title,
            "",
            List.of(),
            List.of(id.startsWith("b") ? "cs.CV" : "cs.LG"),
            new Paper.Links(null, null, null),
            new Paper.Dates(null, Samples.MONDAY, null));
    return new Sighting(paper, "file", Map.of(), MemoryFeatures.NOW);
  }

  private String interests(String... lines) throws IOException {
    return Files.write(folder.resolve("interests.jsonl"), List.of(lines)).toString();
  }

  private void twoFiles() {
    session.features.files.put(
        "a.jsonl",
        new Harvested(
            List.of(
                sighting("a1", "Routing tokens to experts"),
                sighting("a2", "Optimal transport of images")),
            List.of()));
    session.features.files.put(
        "b.jsonl",
        new Harvested(
            List.of(
                sighting("b1", "Experts agree on transport"),
                sighting("a1", "Another title of the same paper")),
            List.of()));
  }

  @Test
  void aRunIsPrintedInTheFormatOfTrecEval() throws IOException {
    twoFiles();
    String file =
        interests(
            "{\"id\":\"7\",\"text\":\"routing experts\"}",
            "",
            "{\"id\":8,\"text\":\"\\\"optimal transport\\\"\"}");
    assertThat(session.run("match", "--papers", "a.jsonl", "b.jsonl", "--interests", file))
        .isZero();
    assertThat(session.out.lines())
        .hasSize(3)
        .allMatch(line -> line.matches("[78] Q0 [ab]\\d \\d -?\\d+\\.\\d{6} offprint"));
    assertThat(session.out.lines().map(line -> line.replaceAll(" \\S+ offprint", "")))
        .containsExactly("7 Q0 a1 1", "7 Q0 b1 2", "8 Q0 a2 1");
    assertThat(session.err).isEmpty();
  }

  @Test
  void operatorsKeepWhatTheyMean() throws IOException {
    twoFiles();
    String file =
        interests(
            "{\"id\":\"not\",\"text\":\"experts -routing\"}",
            "{\"id\":\"cat\",\"text\":\"cat:cs.CV\"}",
            "{\"id\":\"both\",\"text\":\"transport cat:cs.LG\"}");
    session.run("match", "--papers", "a.jsonl", "b.jsonl", "--interests", file);
    assertThat(session.out.lines().map(line -> line.replaceAll(" \\d \\S+ offprint", "")))
        .containsExactly("not Q0 b1", "cat Q0 b1", "both Q0 a2");
  }

  @Test
  void noMorePapersThanAskedForAreRanked() throws IOException {
    twoFiles();
    String file = interests("{\"id\":\"7\",\"text\":\"experts transport\"}");
    session.run("match", "--papers", "a.jsonl", "b.jsonl", "--interests", file, "--top", "2");
    assertThat(session.out.lines()).hasSize(2);
    assertThat(session.run("match", "--papers", "a", "--interests", file, "--top", "0"))
        .isEqualTo(2);
    assertThat(session.err).contains("--top must be 1 to 100000");
  }

  @Test
  void oneThatRanksNoPaperIsToldWithItsReason() throws IOException {
    twoFiles();
    String file =
        interests(
            "{\"id\":\"1\",\"text\":\"*\"}",
            "{\"id\":\"2\",\"text\":\"-routing\"}",
            "{\"id\":\"3\",\"text\":\"\\u0001\\u0007\"}",
            "{\"id\":\"4\",\"text\":\"cat:econ\"}");
    assertThat(session.run("match", "--papers", "a.jsonl", "--interests", file)).isZero();
    assertThat(session.err.lines())
        .containsExactly(
            "interest 1 ranks no paper: there is no word in it to look for",
            "interest 2 ranks no paper: it only says what to leave out; add what to look for",
            "interest 3 ranks no paper: none meets it",
            "interest 4 ranks no paper: none meets it");
    assertThat(session.out).isEmpty();
  }

  @Test
  void theJsonFormatIsOneDocumentEitherWay() throws IOException {
    twoFiles();
    String file = interests("{\"id\":\"7\",\"text\":\"routing\"}");
    for (String option : List.of("--format=json", "--json")) {
      session.run("match", "--papers", "a.jsonl", "--interests", file, option);
      assertThat(session.json().get(0).get("interest").asString()).isEqualTo("7");
      assertThat(session.json().get(0).get("papers").get(0).get("title").asString())
          .isEqualTo("Routing tokens to experts");
      assertThat(session.json().get(0).get("papers").get(0).get("rank").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aBrokenLineIsNamedAndTheOthersGoOn() throws IOException {
    twoFiles();
    String file =
        interests(
            "{\"id\":\"1\",\"text\":\"routing\"}",
            "{\"id\":\"2\"",
            "[]",
            "{\"text\":\"x\"}",
            "{\"id\":\"3\",\"text\":\" \"}",
            "{\"id\":\"1\",\"text\":\"experts\"}",
            "{\"id\":\"4 5\",\"text\":\"experts\"}",
            "{\"id\":\"6\",\"text\":\"" + "x".repeat(4_001) + "\"}");
    assertThat(session.run("match", "--papers", "a.jsonl", "gone.jsonl", "--interests", file))
        .isEqualTo(1);
    assertThat(session.out.lines()).hasSize(1);
    assertThat(session.err.lines())
        .containsExactly(
            file + ", line 2: it is not JSON",
            file + ", line 3: it is not a JSON object",
            file + ", line 4: it has no id",
            file + ", line 5: it has no text",
            file + ", line 6: the id 1 was there before",
            file + ", line 7: its id has white space",
            file + ", line 8: its text has 4,001 characters, and at most 4,000 are taken",
            "gone.jsonl: nothing read: there is no such file");
  }

  @Test
  void withoutPapersOrInterestsItFailsInOneLine() throws IOException {
    twoFiles();
    String none = interests("");
    assertThat(session.run("match", "--papers", "a.jsonl", "--interests", none)).isEqualTo(1);
    assertThat(session.err.strip()).isEqualTo("offprint: there are no interests to rank by");
    assertThat(session.run("match", "--papers", "a.jsonl", "--interests", "gone.jsonl"))
        .isEqualTo(1);
    assertThat(session.err.strip()).isEqualTo("offprint: gone.jsonl: there is no such file");
    String one = interests("{\"id\":\"7\",\"text\":\"routing\"}");
    session.run("match", "--papers", "gone", "--interests", one);
    assertThat(session.err).endsWith("offprint: there are no papers to rank\n");
  }

  @Test
  void aMissingModelIsToldAndWordsDoTheWork() throws IOException {
    twoFiles();
    session.features.model = () -> Optional.of(OnnxSentenceModel.open(folder));
    String file = interests("{\"id\":\"7\",\"text\":\"routing\"}");
    assertThat(session.run("match", "--papers", "a.jsonl", "--interests", file)).isZero();
    assertThat(session.out.lines()).hasSize(1);
    assertThat(session.err.lines())
        .hasSize(1)
        .allMatch(line -> line.endsWith("is missing; matching by words alone"));
  }

  @Test
  void withAModelPapersWithoutTheWordsAreRankedByMeaning() throws IOException {
    twoFiles();
    try (SentenceModel model = OnnxSentenceModel.open(Path.of("target/offprint/models"))) {
      session.features.model = () -> Optional.of(model);
      String file = interests("{\"id\":\"7\",\"text\":\"mixture of specialised networks\"}");
      session.run("match", "--papers", "a.jsonl", "b.jsonl", "--interests", file);
      assertThat(session.out.lines()).hasSize(3).first().asString().startsWith("7 Q0 a1 1 ");
    }
  }
}
