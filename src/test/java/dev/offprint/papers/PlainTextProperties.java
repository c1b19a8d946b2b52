package dev.offprint.papers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlainTextProperties {
  /** What the result may spell out only if the source escaped it; see {@link PlainText}. */
  private static final String ESCAPES = "\\$&<`'";

  @Property
  void anyStringIsTurnedIntoOneTrimmedLineOfBoundedLength(@ForAll String raw) {
    assertIsCleanLine(raw, PlainText.of(raw));
  }

  @Property(tries = 3_000)
  void anyMixtureOfMarksIsTurnedIntoOneTrimmedLineOfBoundedLength(@ForAll("texLike") String raw) {
    assertIsCleanLine(raw, PlainText.of(raw));
  }

  @Property(tries = 3_000)
  void turningTwiceIsTurningOnce(@ForAll("texLike") String raw) {
    // What is put back in a text that is not TeX stays in one that is, so a second look may differ.
    String source = raw.replaceAll("ell_p|varepsilon|infty|R\\^", "");
    String once = PlainText.of(source);
    Assume.that(once.chars().noneMatch(c -> ESCAPES.indexOf(c) >= 0));
    assertThat(PlainText.of(once)).isEqualTo(once);
  }

  @Property
  void wordsWithoutMarksStay(@ForAll("words") String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  private static void assertIsCleanLine(String raw, String clean) {
    assertThat(clean).hasSizeLessThanOrEqualTo(4 * raw.length());
    assertThat(clean).isEqualTo(clean.strip()).doesNotContain("  ", "\n", "\t", "\r");
    assertThat(clean.chars().noneMatch(Character::isISOControl)).isTrue();
  }

  @Provide
  Arbitrary<String> texLike() {
    return Arbitraries.of(
            " ",
            "a",
            "x",
            "the",
            "of",
            "5",
            "10",
            ".",
            ",",
            "-",
            "--",
            "$",
            "$$",
            "{",
            "}",
            "^",
            "_",
            "^{",
            "_{",
            "\\alpha",
            "\\in",
            "\\times",
            "\\log",
            "\\frac",
            "\\sqrt",
            "\\hat",
            "\\mathbb{R}",
            "\\mathcal{O}",
            "\\text{",
            "\\textbf{",
            "\\'e",
            "\\'{",
            "\\\"o",
            "\\v{c}",
            "\\c",
            "\\o",
            "\\,",
            "\\%",
            "\\_",
            "\\\\",
            "\\",
            "\\(",
            "\\)",
            "\\begin{align}",
            "\\end{align}",
            "\\item",
            "\\left(",
            "\\right)",
            "~",
            "``",
            "''",
            "`",
            "'",
            "\"",
            "<b>",
            "</b>",
            "<sub>",
            "</sub>",
            "<",
            ">",
            "<p>",
            "&lt;",
            "&amp;",
            "&",
            ";",
            "\n",
            "\\cite{k}",
            "\\foo",
            "\\foo{}",
            "https://a.b/c_d",
            "ell_p",
            "varepsilon",
            "infty",
            "R^",
            "\\url{",
            "\\href{",
            "é",
            "∈",
            "𝔽")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "in", "times", "alpha", "to", "left", "$5", "a_b", "x^2", "~3", "1-2", "(so)", "50%")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }
}
