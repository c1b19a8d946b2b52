package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
  @Test
  void whatFitsStaysWhole() {
    assertThat(Excerpt.ofSentences("One. Two.", 9)).isEqualTo("One. Two.");
  }

  @Test
  void itEndsWithASentenceWhenOneEndsNearTheLimit() {
    assertThat(Excerpt.ofSentences("The first sentence ends. The second one goes on.", 34))
        .isEqualTo("The first sentence ends. …");
  }

  @Test
  void itEndsWithAWordWhenNoSentenceDoes() {
    assertThat(Excerpt.ofSentences("Short. A much longer sentence, which goes on.", 31))
        .isEqualTo("Short. A much longer sentence…");
  }

  @Test
  void aScriptWithoutBlanksIsCutBetweenCharacters() {
    assertThat(Excerpt.ofWords("深層学習による画像認識", 6)).isEqualTo("深層学習に…");
    assertThat(Excerpt.ofWords("x😀😀😀😀", 5)).isEqualTo("x😀…");
  }

  @Test
  void aSentenceThatLeavesNoRoomForTheEllipsisIsCut() {
    assertThat(Excerpt.ofSentences("x".repeat(21) + "! Y is next", 23))
        .hasSizeLessThanOrEqualTo(23);
    assertThat(Excerpt.ofSentences("x".repeat(21) + "!Y is next", 23)).hasSizeLessThanOrEqualTo(23);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The life of the shore | 16 | The life…",
        "Snails and the “deep” shore | 17 | Snails…",
        "Snails (of the shore) and more | 12 | Snails…",
        "Snails [of the shore] and more | 12 | Snails…",
        "Snails \"of\" the shore and more | 15 | Snails \"of\"…",
        "Tides/ snails in the shore | 9 | Tides…",
        "Vitamin A in the sea and more | 12 | Vitamin A…",
        "The of and in the shore | 13 | The…"
      })
  void nothingThatLeadsOnStandsBeforeTheEllipsis(String text, int limit, String shown) {
    assertThat(Excerpt.ofWords(text, limit)).isEqualTo(shown);
  }

  @Property
  void itIsNeverLongerThanAsked(
      @ForAll String text, @ForAll @IntRange(min = 20, max = 60) int limit) {
    assertThat(Excerpt.ofSentences(text, limit)).hasSizeLessThanOrEqualTo(limit);
    assertThat(Excerpt.ofWords(text, limit)).hasSizeLessThanOrEqualTo(limit);
  }
}
