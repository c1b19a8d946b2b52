package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robots fall. They get up again.",
        "We use many parts, e.g. Wheels and arms. They turn.",
        "It holds for lines, i.e. The straight ones. We prove it.",
        "We follow Miller et al. (2019) in this. It works.",
        "As in Miller et al. We show more.",
        "See Fig. 3 and Figs. 4A–C of Ref. [5]. They agree.",
        "By Eq. (2) and Thm. 4 of Sec. III it holds. We use it.",
        "It is faster than cf. Smith and vs. Jones. We time it.",
        "Let S (resp. T) be a set. It is finite.",
        "Walls of approx. 3 cm bend. We bend them.",
        "Work by J. Smith and P. K. Jones is extended. We cite it.",
        "The U.S. Government paid. The U.S. The rest is open.",
        "This is problem No. 5 of No. 7. There is no. We stop.",
        "The value is 3.14 or .5 of it. We round it.",
        "We derive it w.r.t. Time. It vanishes.",
        "We grow E. coli and S. Aureus in jars. They grow.",
        "We run Linux v2.6.1 and Java 25.0.1 here. They run.",
        "We waited ... and waited. Nothing came.",
        "The phone is old. iPhone users agree.",
        "We share models. pFedMe shares more.",
        "Genes differ. mRNA is counted. p53 is not.",
        "It clusters points. k-means does so too.",
        "We write Node.js and Socket.io code. It runs.",
        "Why is that so (and how?) in general? We ask.",
        "He said “We stop here. Then we go on.” loudly. We left.",
        "Is it “new?” We doubt it.",
        "“It is done.” They leave.",
        "It works (see the proof. It is short.) in all cases. We use it.",
        "Masses are 3.2 ± 0.1 (stat.) ± 0.2 (syst.) eV in all. We weigh.",
        "Steps are: 1. Cut it 2. Glue it. We do both.",
        "We do three things: (1) cut; (2) glue; (3) paint. It holds.",
        "First it holds. (ii) Then it fails. We repair it.",
        "We found it known.[1,2] The rest is new.",
        "It is on https://a.example/b?c=d.e now. We keep it.",
        "Yahoo! is old. Nobody cares! We do.",
        "It took an hour. 3 of us waited.",
        "It cost little. $5 was enough.",
        "Angles shrink. α is the least.",
        "It was in vitamin C. We measured it.",
        "It held for type A. The rest failed.",
        "Prices rose by 3 %. Wages fell.",
        "We have cats, dogs, etc. Most sleep.",
        "We work in St. Louis with Dr. Who. It rains.",
        "It was seen on Jan. 5 and in Dec. 2020 again. We saw it.",
      })
  void knowsTheTrapsOfPapers(String text) {
    List<String> sentences = Sentences.of(text);
    assertThat(String.join("", sentences)).isEqualTo(text);
    long expected =
        switch (text.substring(0, Math.min(text.length(), 14))) {
          case "This is proble", "Genes differ. ", "The U.S. Gover" -> 3;
          case "First it holds" -> 3;
          case "Yahoo! is old." -> 3;
          default -> 2;
        };
    assertThat(sentences).as("sentences").hasSize((int) expected);
  }

  @Test
  void partsWhereTheBlankWasForgotten() {
    assertThat(Sentences.of("We build a model.However, it fails on torch.nn and a.Model there."))
        .containsExactly("We build a model.", "However, it fails on torch.nn and a.Model there.");
  }

  @Test
  void partsScriptsWithoutBlanks() {
    assertThat(Sentences.of("模型很小。我们测试它。")).containsExactly("模型很小。", "我们测试它。");
  }

  @Test
  void keepsHeadingsAndNumbersWithTheirSentences() {
    assertThat(Sentences.of("Aims. We look. Results: 1. We find it. 2. It moves."))
        .containsExactly("Aims. We look. ", "Results: 1. We find it. ", "2. It moves.");
  }

  @Test
  void hasNoSentencesWhereThereIsNoText() {
    assertThat(Sentences.of("")).isEmpty();
    assertThat(Sentences.of("…")).containsExactly("…");
  }

  @Test
  void takesTimeInProportionToTheLength() {
    for (String part : List.of("? ", "a.B", "( x. ", "1. ", "“A. ", "e.g. ", ". ", "A. B", "a")) {
      String text = part.repeat(200_000 / part.length());
      List<String> sentences =
          Assertions.assertTimeout(Duration.ofSeconds(10), () -> Sentences.of(text), part);
      assertThat(String.join("", sentences)).isEqualTo(text);
    }
  }

  @Property(tries = 5_000, seed = "2026")
  void togetherTheSentencesAreTheText(@ForAll("texts") String text) {
    List<String> sentences = Sentences.of(text);
    assertThat(String.join("", sentences)).isEqualTo(text);
    assertThat(sentences).noneMatch(String::isEmpty);
  }

  @Property(seed = "2026")
  void anyStringIsPartedWithoutLoss(@ForAll String text) {
    assertThat(String.join("", Sentences.of(text))).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "We",
            "a",
            "e.g.",
            "et al.",
            ".",
            "?",
            "!",
            " ",
            " ",
            "(",
            ")",
            "“",
            "”",
            "[1]",
            "3.5",
            "1.",
            "Results:",
            "J.",
            "x",
            "。",
            "的",
            "…",
            "iOS",
            "https://a.b/c?d",
            "\"",
            "😀",
            "ﬁ")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
