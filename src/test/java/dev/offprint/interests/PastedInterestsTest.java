package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedInterestsTest {
  private static final String ABSTRACT =
      """
      The rapid evolution of machine learning (ML) has brought about groundbreaking
      developments in numerous industries, not the least of which is in the area of
      undersea communication. This domain is critical for applications like ocean
      exploration, environmental monitoring, resource management, and national
      security. Bangladesh, a maritime nation with abundant resources in the Bay of
      Bengal, can harness the immense potential of ML to tackle the unprecedented
      challenges associated with underwater communication. Beyond that, environmental
      conditions are unique to the region.\
      """;

  private static List<String> lines(String text) {
    return PastedInterests.read(text).interests().stream().map(Interest::line).toList();
  }

  private static List<String> notes(String text) {
    return PastedInterests.read(text).notes().stream().map(note -> note.says().toString()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          https://arxiv.org/abs/2401.12345v2 | like:2401.12345    | read as papers like 2401.12345
          arXiv:2401.12345 ~~strict          | ~like:2401.12345 ~~strict~ | ~read as papers like 2401.12345 ~~strict~
          cs.LG                              | cat:cs.LG          | read as cat:cs.LG
          CS.cl                              | cat:cs.CL          | read as cat:cs.CL
          hep-th                             | cat:hep-th         | read as cat:hep-th
          • cond-mat.soft                    | cat:cond-mat.soft  | read as cat:cond-mat.soft
          """)
  void theNameOfAPaperOrCategoryIsWrittenAsWhatItMeans(String line, String kept, String says) {
    String written = line.replace("~~", "~");
    assertThat(lines(written)).containsExactly(kept.replace("~~", "~"));
    assertThat(notes(written)).containsExactly(says.replace("~~", "~"));
    assertThat(notes(kept.replace("~~", "~"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          graph neural networks; molecular dynamics         | graph neural networks / molecular dynamics
          robotics, computer vision, reinforcement learning | robotics / computer vision / reinforcement learning
          Keywords: spintronics, magnons, and skyrmions.    | spintronics / magnons / skyrmions
          cs.LG, cs.CL                                      | cat:cs.LG / cat:cs.CL
          2401.12345; protein folding                       | like:2401.12345 / protein folding
          """)
  void aListOfKeywordsIsSeveralInterests(String line, String kept) {
    List<String> pieces = List.of(kept.split(" / "));
    assertThat(lines(line)).isEqualTo(pieces);
    assertThat(notes(line)).contains("read as " + pieces.size() + " interests");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Powell, W.",
        "Müller, K.-R.",
        "LeCun, Y., Bengio, Y., Hinton, G.",
        "author:LeCun, author:Bengio, author:Hinton",
        "\"graph neural networks\", molecules, proteins",
        "cat:cs.LG; robots",
        "robots, drones OR cars, ships",
        "robots, -drones, cars",
        "How do language models plan, reason, and act over long horizons?",
        "I care about robots, drones, and cars",
        "robots and drones, cars",
        "the diffusion of innovations, especially in rural areas, such as farming",
        "kinases, e.g., in yeast",
        ";",
        ",,,",
        "; robots",
        "mixture of experts",
      })
  void aSentenceANameOrAnOperatorIsNeverSplit(String line) {
    assertThat(lines(line)).containsExactly(line);
  }

  @Test
  void anAbstractInLinesIsOneInterestThatItsBeginningStandsFor() {
    assertThat(lines("robots\n" + ABSTRACT + "\nprotein folding"))
        .hasSize(3)
        .contains("robots", "protein folding")
        .satisfies(
            kept ->
                assertThat(kept.get(1))
                    .startsWith("The rapid evolution")
                    .endsWith("national security.")
                    .contains("groundbreaking developments")
                    .hasSizeLessThanOrEqualTo(Interest.MAX_LENGTH));
    assertThat(notes(ABSTRACT)).singleElement().asString().contains("its beginning is used");
    String once = ABSTRACT.replace("\n", " ");
    assertThat(lines(once + " " + once)).isEqualTo(lines(ABSTRACT));
    assertThat(lines("Abstract: " + once)).isEqualTo(lines(ABSTRACT));
  }

  @Test
  void aTextThatSaysTheSameTwiceIsTakenOnce() {
    String question = "how do language models plan over long horizons?";
    assertThat(lines(question + " " + question)).containsExactly(question);
    assertThat(notes(question + question))
        .containsExactly("it says the same twice, and is used once");
    assertThat(lines("robots\nrobots")).containsExactly("robots");
    assertThat(lines("new york new york")).containsExactly("new york new york");
  }

  @Test
  void wordsThatWereHyphenatedAtTheEndOfALineAreWhole() {
    assertThat(
            lines(
                "We study how large language models learn repre-\n"
                    + "sentations of space from text alone, with state-\nof-the-art methods."))
        .containsExactly(
            "We study how large language models learn representations of space from text alone,"
                + " with state-of-the-art methods.");
  }

  @Test
  void interestsOnLinesOfTheirOwnStayWhatTheyAre() {
    List<String> written =
        List.of(
            "reinforcement learning from human feedback for language models",
            "diffusion models for protein structures and their dynamics in cells",
            "how do language models plan over long horizons in open-ended games?",
            "Papers on the theory of optimal transport and its many applications",
            "generative models of molecules",
            "Quantum error correction with surface codes below the threshold.",
            "graphs");
    assertThat(lines(String.join("\n", written))).isEqualTo(written);
    assertThat(notes(String.join("\n", written))).isEmpty();
  }

  @Test
  void aTextWithoutAnySentenceOrFarTooLongIsRefused() {
    for (String text : List.of("x".repeat(10_000), "long ".repeat(200), "A b. ".repeat(3_000))) {
      PastedInterests pasted = PastedInterests.read("robots\n" + text);
      assertThat(pasted.interests()).containsExactly(new Interest("robots"));
      assertThat(pasted.refused())
          .singleElement()
          .satisfies(note -> assertThat(note.says().toString()).contains("at most 500 are taken"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@example.org", "<ada@example.org>", "mailto:ada@example.org", " a.b@c.de "})
  void anAddressIsRefused(String line) {
    PastedInterests pasted = PastedInterests.read(line + "\n@gmail\nrobots");
    assertThat(pasted.interests()).extracting(Interest::line).containsExactly("@gmail", "robots");
    assertThat(pasted.refused())
        .singleElement()
        .hasToString(
            "“"
                + line.strip()
                + "”: it is an e-mail address, not an interest;"
                + " write what papers are to be about.");
  }

  @Test
  void everyLineThatCannotBeTakenIsToldOf() {
    assertThat(PastedInterests.read("a@b.org\nrobots\n\u0001\nc@d.org").refused())
        .extracting(PastedInterests.Note::line)
        .containsExactly("a@b.org", "\u0001", "c@d.org");
  }

  @Test
  void whatIsKeptIsReadAgainAsItself() {
    for (String text :
        Stream.of(ABSTRACT, "a; b; c", "2401.12345", "Keywords: x, y, z", "cs.LG").toList()) {
      String kept = String.join("\n", lines(text));
      assertThat(String.join("\n", lines(kept))).isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Xx", "x", "Xx-", "X. ", "@misc{", "arxiv:", "title={", "a, ", "a; ", "\n", "- "})
  @Timeout(20)
  void nothingThatIsRepeatedTakesLong(String piece) {
    String text = piece.repeat(9_000 / piece.length());
    assertThat(PastedInterests.read(text).interests()).hasSizeLessThan(10);
    assertThat(PastedInterests.read(text.substring(0, 490)).interests()).hasSizeLessThan(10);
  }
}
