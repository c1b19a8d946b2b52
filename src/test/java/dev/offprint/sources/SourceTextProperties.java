package dev.offprint.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The one pass over a text beside the regular expressions that say the same in three. */
class SourceTextProperties {
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DROPPED =
      Pattern.compile(
          "[\\p{Cc}&&[^\\s\\x80-\\x9f]]|[\\x81\\x8d\\x8f\\x90\\x9d]|[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\ufeff]");
  private static final Pattern LONE_SURROGATE =
      Pattern.compile(
          "(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])");

  private static final Pattern WINDOWS = Pattern.compile("[\\x80-\\x9f]");

  @Test
  void everyCharacterBetweenTwoOthersIsWhatTheExpressionsMakeOfIt() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      String text = "a" + Character.toString(character) + "b";
      // Comparing before asserting keeps a million descriptions from being built.
      if (!SourceText.line(text, 10).equals(expected(text))) {
        assertThat(SourceText.line(text, 10)).as("%x", character).isEqualTo(expected(text));
      }
    }
  }

  @Property(tries = 20_000, seed = "2026")
  void anyMixtureOfCharactersIsWhatTheExpressionsMakeOfIt(@ForAll("mixtures") String text) {
    assertThat(SourceText.line(text, Integer.MAX_VALUE)).isEqualTo(expected(text));
  }

  @Property(seed = "2026")
  void anyStringIsWhatTheExpressionsMakeOfIt(@ForAll String text) {
    assertThat(SourceText.line(text, Integer.MAX_VALUE)).isEqualTo(expected(text));
  }

  @Provide
  Arbitrary<String> mixtures() {
    Arbitrary<Character> kinds =
        Arbitraries.of(
            'a', 'é', '漢', ' ', '\t', '\n', '\u000b', '\r', '\u0000', '\u001c', '\u001f', '\u007f',
            '\u0085', '\u0092', '\u0081', '\u00a0', '\u00ad', '\u061c', '\u1680', '\u200b',
            '\u200e', '\u2028', '\u2029', '\u202a', '\u2066', '\u3000', '\ud83d', '\ude00',
            '\udbff', '\udfff', '\ufeff', '\ufffd', '\uffff');
    return kinds.list().ofMaxSize(12).map(SourceTextProperties::join);
  }

  private static String join(Iterable<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static String expected(String text) {
    String whole =
        DROPPED.matcher(LONE_SURROGATE.matcher(text).replaceAll("\ufffd")).replaceAll("");
    String read = WINDOWS.matcher(whole).replaceAll(match -> windows(match.group().charAt(0)));
    return WHITE_SPACE.matcher(read).replaceAll(" ").strip();
  }

  private static String windows(char octet) {
    return new String(new byte[] {(byte) octet}, Charset.forName("windows-1252"));
  }
}
