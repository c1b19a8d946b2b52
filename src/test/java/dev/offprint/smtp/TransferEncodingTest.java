package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.MailBody.Piece;
import dev.offprint.digests.RenderedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class TransferEncodingTest {
  private static String encoded(TransferEncoding encoding, List<String> pieces) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    pieces.forEach(piece -> octets.writeBytes(new Piece(piece).in(encoding).bytes()));
    return octets.toString(StandardCharsets.UTF_8);
  }

  private static String decoded(String quotedPrintable) throws MessagingException, IOException {
    byte[] octets = quotedPrintable.getBytes(StandardCharsets.US_ASCII);
    return new String(
        MimeUtility.decode(new ByteArrayInputStream(octets), "quoted-printable").readAllBytes(),
        StandardCharsets.UTF_8);
  }

  @Property(tries = 500)
  void quotedPrintablePiecesReadAsTheirTextInLinesOfAtMost76(
      @ForAll List<@CharRange(from = ' ', to = '\u017F') @Chars({'\n', '=', '.'}) String> pieces)
      throws Exception {
    String encoded = encoded(TransferEncoding.QUOTED_PRINTABLE, pieces);

    assertThat(encoded.split("\r\n", -1))
        .allMatch(line -> line.length() <= 76 && !line.endsWith(" "));
    assertThat(encoded.chars()).allMatch(c -> c < 127);
    assertThat(decoded(encoded)).isEqualTo(String.join("", pieces).replace("\n", "\r\n"));
  }

  @Test
  void aLineOf76NeedsNoSoftBreakAndOneOf77Does() {
    assertThat(encoded(TransferEncoding.QUOTED_PRINTABLE, List.of("x".repeat(76) + "\n")))
        .isEqualTo("x".repeat(76) + "\r\n");
    assertThat(encoded(TransferEncoding.QUOTED_PRINTABLE, List.of("x".repeat(77) + "\n")))
        .isEqualTo("x".repeat(75) + "=\r\nxx\r\n");
  }

  @Test
  void blanksAtTheEndOfALineAreEncoded() {
    assertThat(encoded(TransferEncoding.QUOTED_PRINTABLE, List.of("a \nb\t\n")))
        .isEqualTo("a=20\r\nb=09\r\n");
  }

  private static boolean fits(String text) throws Exception {
    return new MessageFormat("")
        .format(
            SampleMessages.message(
                "ada@reader.example", new RenderedMail("x", "<p>x</p>", text), Map.of()))
        .fitsEightBit();
  }

  @Test
  void eightBitsCarryLinesOf998OctetsAndNoMore() throws Exception {
    assertThat(fits("é".repeat(499))).isTrue();
    assertThat(fits("é".repeat(499) + "x")).isFalse();
    assertThat(fits("a\n" + "x".repeat(998) + "\nb")).isTrue();
    assertThat(fits("a\n" + "x".repeat(999) + "\nb")).isFalse();
    assertThat(fits("a\n" + "x".repeat(999))).isFalse();
    assertThat(fits("a NUL \0 here")).isFalse();
  }
}
