package dev.offprint.search;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.selection.TestPapers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestMatchingTest {
  private static final TestPapers PAPERS =
      TestPapers.of(
          paper(
              "moe",
              DAY,
              0,
              "Routing in sparse mixture-of-experts layers",
              "We study how tokens are routed.",
              List.of("Noam M. Shazeer", "Yann LeCun"),
              List.of("cs.LG", "stat.ML")),
          paper(
              "annotators",
              DAY,
              0,
              "What experts agree on",
              "Labels from a panel are a mixture of noise and knowledge.",
              List.of("Wei Wang"),
              List.of("cs.CL")),
          paper(
              "medical",
              DAY,
              0,
              "Diffusion models for medical imaging: a survey",
              "Diffusion models in radiology, with and without optimal transport.",
              List.of("Sébastien Bubeck", "Y. LeCun"),
              List.of("eess.IV", "cs.CV")),
          paper(
              "diffusion",
              DAY,
              0,
              "Faster diffusion of images",
              "A transport that is optimal; surveyed elsewhere.",
              List.of("Xu, Yang", "Geoffrey E. Hinton"),
              List.of("cs.CV")),
          paper(
              "plans",
              DAY,
              0,
              "Long-horizon planning with language models",
              "Large language models plan over long horizons when they are asked to.",
              List.of("Łukasz Kaiser", "Patrick O'Brien"),
              List.of("cs.AI", "68T50")),
          paper(
              "attention",
              DAY,
              0,
              "Is attention all you need?",
              "中文 摘要: 图神经网络. Graph neural nets are compared. 🚀",
              List.of("王伟", "José García-Pérez"),
              List.of("math.OC")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          mixture of experts             | moe annotators
          mixture-of-experts             | moe
          "mixture of experts"           | moe
          “mixture of experts”           | moe
          expert routers                 |
          routing experts                | moe
          token                          | moe
          diffusion                      | diffusion medical
          diffusion -medical             | diffusion
          diffusion NOT medical          | diffusion
          diffusion -"optimal transport" | diffusion
          diffusion -cat:eess.*          | diffusion
          diffusion -author:LeCun        | diffusion
          -the diffusion                 | diffusion medical
          "optimal transport"            | medical
          optimal transport              | diffusion medical
          title:survey                   | medical
          title:"all you need"           | attention
          title:"need all"               |
          "all you need"                 | attention
          title:planning cat:cs.AI       | plans
          moe OR "mixture of experts"    | moe
          radiology OR tokens            | medical moe
          radiology OR tokens -survey    | moe
          OR OR radiology OR the OR      | medical
          author:"Yann LeCun"            | moe medical
          author:Yann LeCun              | moe medical
          author:LeCun                   | moe medical
          author:lecun                   | moe medical
          author:"Y. LeCun"              | moe medical
          author:Y. LeCun                | moe medical
          author:"LeCun, Yann"           | moe medical
          author:LeCun, Yann             | moe medical
          author: -radiology diffusion   |
          author: LeCun                  | moe medical
          author:"Xavier LeCun"          |
          author:"Noam Shazeer"          | moe
          author:"Shazeer, N. M."        | moe
          author:"Geoffrey Hinton"       | diffusion
          author:"Noam LeCun"            |
          author:"Y. Wang"               |
          author:bubeck                  | medical
          author:"Sebastien Bubeck"      | medical
          author:"Lukasz Kaiser"         | plans
          author:OBrien                  | plans
          author:"Yang Xu"               | diffusion
          author:王伟                     | attention
          author:"Jose Garcia Perez"     | attention
          author:"J. Garcia"             | attention
          author:"LeCun" experts         | moe
          cat:cs.LG                      | moe
          cat:CS.lg                      | moe
          cat: cs.LG                     | moe
          cat:cs.*                       | annotators diffusion medical moe plans
          cat:cs                         | annotators diffusion medical moe plans
          cat:c                          |
          cat:68T50                      | plans
          cat:cs.* -cat:cs.CV            | annotators moe plans
          cat:cs.CV diffusion -radiology | diffusion
          how do language models plan over long horizons? | plans
          图神经网络                       | attention
          🚀                              | attention
          garcia                         |
          a* b* c*                       |
          "radiology                     | medical
          """)
  void anInterestMatchesThesePapersAndNoOthers(String interest, String expected) {
    List<String> ids = expected == null ? List.of() : List.of(expected.split(" "));

    assertThat(PAPERS.matching(interest)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void wordsThatFollowOneAnotherCountMoreThanWordsApart() {
    assertThat(PAPERS.matching("mixture of experts")).containsExactly("moe", "annotators");
  }

  @Test
  void aLongTextNeedsHalfOfItsWords() {
    TestPapers papers =
        TestPapers.of(
            paper("most", "Reward models for teaching reasoning", "Reinforcement learning."),
            paper("one", "Learning to rank", ""));

    assertThat(papers.matching("reinforcement learning that teaches large models to reason better"))
        .containsExactly("most");
  }

  @Test
  void theSameWordTwiceIsOneWord() {
    assertThat(PAPERS.matching("token token token token radiology")).isEmpty();
    assertThat(PAPERS.matching("token tokens token token")).containsExactly("moe");
  }

  @Test
  void equallyGoodMatchesComeNewestFirstThenMostVotedThenById() {
    TestPapers papers =
        TestPapers.of(
            paper("c", DAY, 1, "Graphs"),
            paper("old", DAY.minusDays(1), 9, "Graphs"),
            paper("b", DAY, 1, "Graphs"),
            paper("voted", DAY, 2, "Graphs"));

    assertThat(papers.matching("graph")).containsExactly("voted", "b", "c", "old");
  }

  @ParameterizedTest
  @CsvSource({
    "CO2, gas",
    "CO₂, gas",
    "lp-norm, norm",
    "alpha-decay, ",
    "α-decay, norm",
    "\"robust estimation\", norm",
    "title:robust, norm",
    "ℝ2, norm",
    "italic,",
    "mathbb,",
    "script, gas"
  })
  void theCleanTextIsWhatIsSearched(String interest, String expected) {
    TestPapers papers =
        TestPapers.of(
            paper("gas", "Capturing CO$_2$", "Of &lt;script&gt; elements."),
            paper(
                "norm",
                "<italic>Robust</italic> estimation",
                "In the $\\ell_p$-norm on $\\mathbb{R}^2$, with $\\alpha$-decay."));

    assertThat(papers.matching(interest))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void aReasonNamesTheWordsOfTheCleanText() {
    ParsedInterest interest = InterestParser.parse("CO2 OR methane");

    assertThat(
            MatchedWords.of(
                "CO2 OR methane",
                interest,
                new PaperWords(paper("gas", "Capturing CO$_2$", "").paper())))
        .containsExactly("CO2");
  }

  @Test
  void aPhraseDoesNotRunFromTheTitleIntoTheAbstract() {
    TestPapers papers = TestPapers.of(paper("split", "On optimal", "transport of mass"));

    assertThat(papers.matching("\"optimal transport\"")).isEmpty();
  }
}
