package dev.offprint.smtp.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** What DKIM counts of a body, and what not. */
class RelaxedBodyTest {
  @Example
  void theExampleOfTheStandard() {
    assertRelaxed(" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n"); // RFC 6376, section 3.4.5
  }

  @Example
  void theHashOfAnEmptyBodyIsThatOfNothing() {
    String hashOfNothing = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="; // section 3.4.4
    for (String empty : List.of("", "\r\n", "\r\n\r\n", " \t\r\n", "  ", " \r\n\t\r\n \r\n")) {
      assertThat(Base64.getEncoder().encodeToString(hash(empty, 100))).isEqualTo(hashOfNothing);
    }
  }

  @Example
  void blanksAtTheEndOfALineDoNotCount() {
    assertRelaxed("a \r\nb\t \t\r\nc", "a\r\nb\r\nc\r\n");
  }

  @Example
  void severalBlanksAreOneSpace() {
    assertRelaxed("a  b\tc \t d\r\n\t e\r\n", "a b c d\r\n e\r\n");
  }

  @Example
  void emptyLinesCountOnlyBeforeOthers() {
    assertRelaxed("\r\n\r\na\r\n\r\n \r\nb\r\n\r\n \r\n", "\r\n\r\na\r\n\r\n\r\nb\r\n");
  }

  @Example
  void aLineEndIsBothItsOctets() {
    assertRelaxed("a\rb\nc \rd \ne\r\r\nf\r", "a\rb\nc \rd \ne\r\r\nf\r\r\n");
    assertRelaxed("a\r b\r\t\r\n", "a\r b\r\r\n");
  }

  @Example
  void otherControlCharactersAndOctetsAbove127Count() {
    assertRelaxed("\0\f\u007f ü 雪\r\n", "\0\f\u007f ü 雪\r\n");
  }

  @Example
  void inWhatLooksUnchangedEachPlaceIsLookedAt() {
    String line = "twelve words, or thereabouts, that need no change at all in relaxed form";
    for (String odd :
        List.of("  ", "\t", " \r\n", "\r\n ", "\r", "\n", "\0", "\u007f", "é", " \t")) {
      for (int at = 0; at <= line.length(); at++) {
        String body = line.substring(0, at) + odd + line.substring(at) + "\r\n";
        assertRelaxed(body, relaxed(body));
      }
    }
  }

  @Example
  void afterTheHashItTakesAnotherBody() {
    RelaxedBody body = new RelaxedBody();
    for (int time = 0; time < 2; time++) {
      byte[] octets = "a\r\n \r\n".getBytes(StandardCharsets.UTF_8);
      body.write(octets, 0, octets.length);
      assertThat(body.hash()).isEqualTo(sha256("a\r\n"));
    }
    body.write(' ');
    body.write('\r');
    body.hash();
    body.write('b');
    assertThat(body.hash()).isEqualTo(sha256("b\r\n"));
  }

  @Property(tries = 5000, seed = "2026")
  void howItIsCutMakesNoDifference(
      @ForAll("bodies") String body, @ForAll @IntRange(min = 1, max = 40) int size) {
    assertThat(hash(body, size)).isEqualTo(sha256(relaxed(body)));
  }

  @Property(tries = 1000, seed = "2026")
  void itTakesPartsOfAnArray(@ForAll @NotEmpty byte[] around, @ForAll("bodies") String body) {
    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[around.length * 2 + octets.length];
    System.arraycopy(around, 0, whole, 0, around.length);
    System.arraycopy(octets, 0, whole, around.length, octets.length);
    System.arraycopy(around, 0, whole, around.length + octets.length, around.length);
    RelaxedBody relaxed = new RelaxedBody();
    relaxed.write(whole, around.length, octets.length);
    assertThat(relaxed.hash()).isEqualTo(sha256(relaxed(body)));
  }

  /** What bodies are made of where it gets difficult. */
  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(
            "\r\n",
            "\r\n\r\n",
            " ",
            "\t",
            "\r",
            "\n",
            "a",
            "long-word",
            "five words of six letters",
            "é",
            "\0")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  /** The rules of the standard as they are written there, one after the other. */
  private static String relaxed(String body) {
    String reduced =
        body.replaceAll("[ \\t]+(?=\\r\\n|\\z)", "")
            .replaceAll("[ \\t]+", " ")
            .replaceFirst("(\\r\\n)+\\z", "");
    return reduced.isEmpty() ? "" : reduced + "\r\n";
  }

  private static void assertRelaxed(String body, String relaxed) {
    assertThat(relaxed(body)).isEqualTo(relaxed);
    for (int size : List.of(1, 2, 3, 100)) {
      assertThat(HexFormat.of().formatHex(hash(body, size)))
          .as("in pieces of %s", size)
          .isEqualTo(HexFormat.of().formatHex(sha256(relaxed)));
    }
  }

  private static byte[] hash(String body, int size) {
    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
    RelaxedBody relaxed = new RelaxedBody();
    for (int at = 0; at < octets.length; at += size) {
      relaxed.write(octets, at, Math.min(size, octets.length - at));
    }
    return relaxed.hash();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
