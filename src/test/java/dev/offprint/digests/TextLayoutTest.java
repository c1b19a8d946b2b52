package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.text.DisplayWidth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLayoutTest {
  private static final String WORDS = "word ".repeat(20).strip();

  @Test
  void aLongLineGoesOnUnderItsBeginning() {
    assertThat(TextLayout.of("  " + WORDS).lines()).hasSize(2).allMatch(l -> l.startsWith("  w"));
    assertThat(TextLayout.of(" 1. " + WORDS).lines().skip(1)).allMatch(l -> l.startsWith("    w"));
    assertThat(TextLayout.of("Why   " + WORDS).lines().skip(1))
        .allMatch(l -> l.startsWith("      w"));
  }

  @Test
  void aGapIsOneBlankLineAndThereIsNoneAtTheEnds() {
    assertThat(TextLayout.of("\n \na\n  \n\n\r\nb  \n\n")).isEqualTo("a\n\nb\n");
  }

  @Test
  void anAddressIsNotBroken() {
    String address = "https://example.org/" + "a".repeat(100);
    assertThat(TextLayout.of("  PDF  " + address)).isEqualTo("  PDF  " + address + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "深", "😀", "e\u0301", "👨\u200D👩\u200D👧", "ภาษา", "x-", "x\u00A0"})
  void aWordWithoutEndIsCutBetweenCharacters(String piece) {
    String laid = TextLayout.of("* " + "a word " + piece.repeat(300));
    assertThat(laid.lines()).allMatch(line -> DisplayWidth.of(line) <= TextLayout.WIDTH);
    assertThat(laid.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("  "));
    String[] lines = laid.split("\n *", -1);
    assertThat(String.join("", lines).replaceAll("[* ]|a word", ""))
        .isEqualTo(piece.replace("\u00A0", "").repeat(300));
    assertThat(laid.lines()).noneMatch(line -> line.strip().startsWith("\u0301"));
  }

  @Property
  void noWordIsLost(@ForAll String text) {
    assertThat(TextLayout.of(text).replaceAll("[\\s\\p{Z}\\p{Cc}]+", ""))
        .isEqualTo(text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", ""));
  }
}
