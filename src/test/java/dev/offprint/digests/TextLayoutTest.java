package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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

  @Property
  void noWordIsLost(@ForAll String text) {
    assertThat(TextLayout.of(text).replaceAll("[\\s\\p{Z}\\p{Cc}]+", ""))
        .isEqualTo(text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", ""));
  }
}
