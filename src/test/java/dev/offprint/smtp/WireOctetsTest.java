package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class WireOctetsTest {
  private final WireOctets octets = new WireOctets();

  private String written(String... pieces) {
    octets.clear();
    for (String piece : pieces) {
      octets.content(Octets.of(piece.getBytes(StandardCharsets.UTF_8)));
    }
    return read(octets.end());
  }

  private static String read(WireOctets octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      octets.writeTo(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aLineThatBeginsWithADotGetsAnother() {
    assertThat(written(".a\r\n..\r\nb.\r\n.")).isEqualTo("..a\r\n...\r\nb.\r\n..\r\n.\r\n");
    assertThat(written("a\r\n", ".b\r\n")).isEqualTo("a\r\n..b\r\n.\r\n");
  }

  @Test
  void whatSomeRelaysTakeForTheEndOfAMessageIsMadeALine() {
    assertThat(written("a\n.\nMAIL FROM:<x>\n")).isEqualTo("a\r\n..\r\nMAIL FROM:<x>\r\n.\r\n");
    assertThat(written("a\n.\r\nb")).isEqualTo("a\r\n..\r\nb\r\n.\r\n");
    assertThat(written("a\r.\rb\r")).isEqualTo("a\r\n..\r\nb\r\n.\r\n");
  }

  @Test
  void commandsStandAsTheyAreAndRoomIsUsedAgain() {
    assertThat(read(octets.clear().command("MAIL FROM:<>").command(".DATA")))
        .isEqualTo("MAIL FROM:<>\r\n.DATA\r\n");
    assertThat(read(octets.clear().command("DATA"))).isEqualTo("DATA\r\n");
  }

  @Property(tries = 500)
  void inWhateverPiecesItIsWrittenItIsReadAsTheSameLines(
      @ForAll List<@Chars({'a', '.', '\r', '\n', '\u00E9'}) String> pieces) {
    String content = String.join("", pieces);
    octets.clear();
    for (String piece : pieces) {
      octets.content(Octets.of(piece.getBytes(StandardCharsets.UTF_8)));
    }

    String wire = read(octets.end());

    assertThat(wire).endsWith("\r\n.\r\n".substring(wire.length() == 3 ? 2 : 0));
    String lines = wire.substring(0, wire.length() - 3);
    assertThat(lines.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(lines.replaceAll("(?m)^\\.", ""))
        .isEqualTo(
            content.isEmpty()
                ? ""
                : content.replaceAll("\\R", "\r\n").replaceAll("(?<!\n)\\z", "\r\n"));
  }

  @Test
  void aLongMessageFits() {
    String line = "0123456789".repeat(7) + "\r\n";
    String text = line.repeat(20_000);

    assertThat(written(text)).isEqualTo(text + ".\r\n");
    assertThat(written("a")).isEqualTo("a\r\n.\r\n");
  }
}
