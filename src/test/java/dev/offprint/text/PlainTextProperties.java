package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlainTextProperties {
  @Property(seed = "2026")
  void anyStringIsTurnedIntoOneTrimmedLineOfBoundedLength(@ForAll String raw) {
    assertIsCleanLine(raw, PlainText.of(raw));
  }

  @Property(tries = 3_000, seed = "2026")
  void anyMixtureOfMarksIsTurnedIntoOneTrimmedLineOfBoundedLength(@ForAll("texLike") String raw) {
    assertIsCleanLine(raw, PlainText.of(raw));
  }

  @Property(tries = 3_000, seed = "2026")
  void turningTextWithWholeFormulasTwiceIsTurningItOnce(@ForAll("wellFormed") String raw) {
    String once = PlainText.of(raw);
    assertThat(PlainText.of(once)).isEqualTo(once);
  }

  @Property(seed = "2026")
  void wordsWithoutMarksStay(@ForAll("words") String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  @Property(tries = 3_000, seed = "2026")
  void whatWasEscapedIsNoTagAndWhatIsATagIsGone(@ForAll("words") String text) {
    assertThat(PlainText.of("&lt;b&gt;" + text + "&lt;/b&gt;")).isEqualTo("<b>" + text + "</b>");
    assertThat(PlainText.of("<b>" + text + "</b>")).isEqualTo(text);
  }

  private static void assertIsCleanLine(String raw, String clean) {
    assertThat(clean).hasSizeLessThanOrEqualTo(4 * raw.length());
    assertThat(clean).isEqualTo(clean.strip()).doesNotContain("  ", "\n", "\t", "\r");
    assertThat(clean).doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");
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
            "&#10;",
            "&#x202E;",
            "&rlm;",
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
  Arbitrary<String> wellFormed() {
    return Arbitraries.of(
            "a",
            "word",
            "of",
            "5%",
            "A",
            "--",
            "``quoted''",
            "a < b",
            "a_b",
            "x^2",
            "R&amp;D",
            "p&lt;0.05",
            "&#945;",
            "<b>bold</b>",
            "H<sub>2</sub>O",
            "https://a.b/~c_d",
            "$\\ell_p$-norm",
            "$x_{i,j}^{2n}$",
            "$\\frac{1}{n}\\sum_i x_i$",
            "\\(\\alpha+\\beta\\)",
            "Erd\\H{o}s",
            "{\\'e}",
            "\\textbf{bold}",
            "\\emph{two words}",
            "$\\mathbb{R}^d$",
            "(so)",
            ".",
            "\n")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join(" ", pieces));
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
