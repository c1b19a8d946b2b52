package dev.offprint.sources;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TitleAndAbstractTest {
  private static TitleAndAbstract parted(String text) {
    return TitleAndAbstract.untitled(text);
  }

  @Test
  void theFirstSentenceIsTheTitle() {
    assertThat(parted("Does it help? It does."))
        .isEqualTo(new TitleAndAbstract("Does it help?", "It does."));
    assertThat(parted("no full stop here"))
        .isEqualTo(new TitleAndAbstract("no full stop here", ""));
    assertThat(parted("我们研究图神经网络。结果很好。")).isEqualTo(new TitleAndAbstract("我们研究图神经网络。", "结果很好。"));
  }

  @Test
  void aSentenceOfTwoHundredCharactersIsATitleAndALongerOneIsCutBetweenWords() {
    String fits = "a".repeat(99) + " " + "b".repeat(99) + ".";
    assertThat(parted(fits + " More.")).isEqualTo(new TitleAndAbstract(fits, "More."));
    String sentence = "a".repeat(99) + " " + "b".repeat(100);
    assertThat(parted(sentence + " and more"))
        .isEqualTo(new TitleAndAbstract(sentence, "and more"));
    assertThat(parted(sentence + "c and more"))
        .isEqualTo(new TitleAndAbstract("a".repeat(99), "b".repeat(100) + "c and more"));
  }

  @Test
  void aWordThatIsTooLongIsCutButNoCharacterIs() {
    assertThat(parted("x".repeat(201))).isEqualTo(new TitleAndAbstract("x".repeat(200), "x"));
    String rockets = "x" + "🚀".repeat(200);
    TitleAndAbstract parted = parted(rockets);
    assertThat(parted.title() + parted.abstractText()).isEqualTo(rockets);
    assertThat(parted.title().codePoints().skip(1)).allMatch(rocket -> rocket == 0x1f680);
  }

  @Property(seed = "2026")
  void nothingIsLostOrThereTwiceWhateverTheText(@ForAll String anything) {
    String text = SourceText.line(anything, 1_000);
    if (!text.isEmpty()) {
      TitleAndAbstract parted = parted(text);
      assertThat(parted.title()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
      assertThat((parted.title() + parted.abstractText()).replace(" ", ""))
          .isEqualTo(text.replace(" ", ""));
    }
  }
}
