package dev.offprint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {
  private static final List<String> VOCABULARY =
      List.of(
          "[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "runn", "##ing", "naive", "co", "##2",
          "-", ",", "'", "s", "图", "神", "a", "##b", "ss", "ß", "1", "##0", "+", "ο", "##σ");
  private final WordPieces pieces = new WordPieces(vocabulary());

  private static Map<String, Integer> vocabulary() {
    Map<String, Integer> ids = new LinkedHashMap<>();
    VOCABULARY.forEach(piece -> ids.put(piece, ids.size()));
    return ids;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          unaffable         | un ##aff ##able
          running, RUNNING  | runn ##ing , runn ##ing
          Naïve naive       | naive naive
          CO2's             | co ##2 ' s
          a-a               | a - a
          图神              | 图 神
          a图a              | a 图 a
          unaffables        | [UNK]
          🚀 a              | [UNK] a
          10+1              | 1 ##0 + 1
          ΟΣ                | ο ##σ
          """)
  void wordsAreCutIntoTheLongestPiecesThatAreKnown(String text, String expected) {
    assertThat(cut(text)).isEqualTo(expected);
  }

  @Test
  void whatIsNoTextGivesNothing() {
    assertThat(cut("")).isEmpty();
    assertThat(cut(" \t\r\n\u00a0\u0000\u200b")).isEmpty();
  }

  @Test
  void aWordOfAHundredCharactersIsStillCutAndALongerOneIsNot() {
    assertThat(cut("a" + "b".repeat(99))).startsWith("a ##b ##b");
    assertThat(cut("a" + "b".repeat(100))).isEqualTo("[UNK]");
  }

  @Property(tries = 300)
  void anyTextGivesKnownNumbers(@ForAll String text) {
    assertThat(IntStream.of(pieces.of(text))).allMatch(id -> id >= 0 && id < VOCABULARY.size());
  }

  @Test
  void aFileWithoutAVocabularyIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(file, "{\"model\":{}}");
    assertThatThrownBy(() -> WordPieces.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("its vocabulary has no [UNK]");
    Files.writeString(file, "{\"model\":");
    assertThatThrownBy(() -> WordPieces.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it is not JSON");
  }

  private String cut(String text) {
    return String.join(
        " ", IntStream.of(pieces.of(text)).mapToObj(id -> VOCABULARY.get(id)).toList());
  }
}
