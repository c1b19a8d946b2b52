package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  record Case(String raw, String expected) {}

  /** The table's escapes: ␤ is a line feed and ␉ a tab; a backslash is a backslash. */
  static List<Case> table() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PlainTextTest.class.getResourceAsStream("plain-text-cases.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.replace('␤', '\n').split("\t", -1))
          .map(field -> new Case(field[0].replace('␉', '\t'), field[1].replace('␉', '\t')))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void aFragmentOfARealRecordIsReadable(Case fragment) {
    assertThat(PlainText.of(fragment.raw())).isEqualTo(fragment.expected());
  }

  @Test
  void theTableIsLargeEnoughToMeanSomething() throws IOException {
    assertThat(table()).hasSizeGreaterThanOrEqualTo(150);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it costs $5 to $10 a month",
        "from US$ 3 to US$ 4 billion",
        "an average of $1.2 million and a median of $300k",
        "$100,000 or the Robot Gets it!",
        "saved in C:\\new\\table.txt on the disk",
        "C:\\new",
        "snake_case and file_name.py and data_{name}.csv",
        "the operator a^b of plain text, 2^10, x_1 and l_1-norm",
        "in times to be, the alpha and omega of pi in the sky",
        "matches \\d+ and \\w*\\s? or [a-z]+\\.com",
        "use $HOME/bin or $PATH",
        "foo($a, $b)",
        "https://example.org/~user/a_b--c?x=1&y=2#sec_{1}",
        "see https://example.org/a_{b}.html, and www.example.org/x--y",
        "write to first_last--x@example.org or {a,b}@example.org",
        "a < b and c > d",
        "p<0.05 and q>0.1",
        "tokens such as <unk>, <pad>, <think> and </s>",
        "the <b and c> marks",
        "List<String> and vector<int>",
        "AT&T and R&D; Q&A",
        "approximately ~50 and 10~20 and ~ 30",
        "pass --verbose to it; i--; and -->",
        "5'' of arc, the 1990's, rock 'n' roll",
        "a `code` word and ```fence```",
        "{\"key\": 1} and {0,1}",
        "left(1) and right(2)",
        "the script size of a left turn in R",
        "Sigma Chi, Delta Air Lines, beta(2,3)",
        "cell_phone and bell_1 and ell_ipse",
        "100% sure, #1 & more",
        "naïve café – “quoted” — done…",
        "中文 и русский עברית"
      })
  void whatIsNotTexStaysAsItIs(String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  @Test
  void marksOfDirectionControlCharactersAndSoftHyphensGoEvenIfTheyWereEscaped() {
    assertThat(PlainText.of("a\u202Eb\u2066c&#x202E;d&rlm;e&#7;f&shy;g&#10;h\u200Fi\uFEFFj"))
        .isEqualTo("abcdefg hij");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\\bf ", "$x_{", "\\hat", "\\sqrt{", "^{", "\\frac{", "\\'{", "<b>", "\\("})
  void deepNestingNeitherOverflowsNorLosesTheCore(String opening) {
    assertThat(PlainText.of(opening.repeat(10_000) + "core" + "}".repeat(10_000))).contains("core");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$",
        "$5 ",
        "$a ",
        "\\(",
        "\\[",
        "{",
        "}",
        "\\",
        "<",
        "<b ",
        "<a b=\"",
        "<!--",
        "&",
        "&lt",
        "`",
        "``",
        "'",
        "^",
        "_",
        "x^{",
        "\\begin{a}",
        "\\begin{align}",
        "\\\"",
        "\\'",
        "-",
        "\\item[",
        "\\cite{",
        "\\in ",
        "\\times ",
        "https://",
        "ell_",
        "left(",
        "right)",
        "<math>",
        "<sub>x",
        "<script></",
        " ",
        "\\verb|",
        "\\text{$",
        "tilde O",
        "[",
        "\\c ",
        "\\href{",
        "{\\x"
      })
  @Timeout(60)
  void timeGrowsWithTheLengthOnly(String piece) {
    String longText = piece.repeat(1_000_000 / piece.length());
    assertThat(
            org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> PlainText.of(longText)))
        .hasSizeLessThanOrEqualTo(4 * longText.length());
  }
}
