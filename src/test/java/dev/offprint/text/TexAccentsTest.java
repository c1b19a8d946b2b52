package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every accented letter of the Latin alphabets that TeX can write, in every way it is written. */
class TexAccentsTest {
  private static final Map<Character, String> SIGNS =
      Map.of(
          '\u0301', "'", '\u0300', "`", '\u0302', "^", '\u0308', "\"", '\u0303', "~", '\u0304', "=",
          '\u0307', ".");
  private static final Map<Character, String> NAMES =
      Map.of(
          '\u030c', "v", '\u0327', "c", '\u0306', "u", '\u030b', "H", '\u0328', "k", '\u030a', "r",
          '\u0323', "d", '\u0331', "b");
  private static final List<String> LETTERS =
      List.of(
          "aa=å", "AA=Å", "o=ø", "O=Ø", "l=ł", "L=Ł", "ss=ß", "ae=æ", "AE=Æ", "oe=œ", "OE=Œ",
          "dj=đ", "DJ=Đ", "ng=ŋ", "th=þ", "TH=Þ", "dh=ð", "DH=Ð");

  record Form(String tex, String letter) {}

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (char letter = '\u00c0'; letter <= '\u1ef9'; letter++) {
      String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
      if (Character.isLetter(letter) && parts.length() == 2 && parts.charAt(0) < 128) {
        add(forms, Character.toString(letter), parts.charAt(0), parts.charAt(1));
      }
    }
    for (String pair : LETTERS) {
      String[] sides = pair.split("=", -1);
      forms.add(new Form("{\\" + sides[0] + "}", sides[1]));
      forms.add(new Form("\\" + sides[0] + "{}", sides[1]));
    }
    return forms;
  }

  private static void add(List<Form> forms, String letter, char base, char mark) {
    String sign = SIGNS.get(mark);
    String name = NAMES.getOrDefault(mark, "");
    String dotless = base == 'i' ? "\\i" : base == 'j' ? "\\j" : null;
    if (sign != null) {
      for (String form : List.of("\\%s{%s}", "{\\%s%s}", "{\\%s{%s}}", "{\\%s %s}")) {
        forms.add(new Form(form.formatted(sign, base), letter));
      }
    } else if (!name.isEmpty()) {
      for (String form : List.of("\\%s{%s}", "{\\%s{%s}}", "{\\%s %s}")) {
        forms.add(new Form(form.formatted(name, base), letter));
      }
    }
    if (dotless != null && (sign != null || !name.isEmpty())) {
      for (String form : List.of("\\%s{%s}", "{\\%s%s}", "{\\%s{%s}}")) {
        forms.add(new Form(form.formatted(sign != null ? sign : name, dotless), letter));
      }
    }
  }

  @Test
  void anAccentIsReadInATextWithoutOtherTex() {
    List<Form> forms = forms();

    assertThat(forms).hasSizeGreaterThan(700);
    assertThat(forms.stream().filter(form -> !isRead(form))).isEmpty();
  }

  private static boolean isRead(Form form) {
    return PlainText.of("On Mer" + form.tex() + "ba and pebbles")
            .equals("On Mer" + form.letter() + "ba and pebbles")
        && PlainText.of(form.tex() + "ba's pebbles").equals(form.letter() + "ba's pebbles")
        && PlainText.ofName("B. Mer" + form.tex()).equals("B. Mer" + form.letter());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "Tarn\\'e,Tarné",
        "S\\o rup and Pawe\\l Tarn,Sørup and Paweł Tarn",
        "The \\L uk lemma,The Łuk lemma",
        "Krav\\v cik and \\v Cern,Kravčik and Čern",
        "Fran\\c cois,François",
        "Bol\\'\\i var,Bolívar",
        "Mart\\'\\i Tarn,Martí Tarn",
        "Ma\\.zur and \\.Zak,Mażur and Żak",
        "a 5 \\AA thick film of \\AA ngstr\\\"om,a 5 Å thick film of Ångström",
      })
  void aBareAccentIsReadWhereNothingElseIsMeant(String tex, String shown) {
    assertThat(PlainText.of(tex)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "\\Lukasz Tarn,Łukasz Tarn",
    "\\Oystein Ek,Øystein Ek",
    "Bj\\orn Ek,Bjørn Ek",
    "Fran\\ccois Ek,François Ek",
    "\\AA ke Ek,Åke Ek",
    "A.~B.~Ek,A. B. Ek",
    "\\.Ilker \\=Abe,İlker Ābe",
    "K{ä}te Ek,Käte Ek",
  })
  void inANameWhateverCanBeTexIsTex(String tex, String shown) {
    assertThat(PlainText.ofName(tex)).isEqualTo(shown);
  }
}
