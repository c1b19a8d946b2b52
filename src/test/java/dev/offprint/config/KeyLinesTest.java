package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyLinesTest {
  private static final KeyLines LINES =
      new KeyLines(
          """
          # host = "in a comment"
          title = "a = 1"

          [smtp]  # the relay
            "host" = "b"
          password = \"""
          port = 1
          [server]
          \"""
          port = 2

          [ sources . huggingface ]
          base_url = [
            # base_url = 3
            "c",
          ]
          enabled = true
          [mail]
          a.b = 1
          c = { d = 1, e = { f = 2 } }
          [[list]]
          x = 1
          [[list]]
          x = 2
          """);

  @Test
  void aKeyStandsWhereItsStatementBegins() {
    assertThat(LINES.of("title")).isEqualTo(2);
    assertThat(LINES.of("smtp")).isEqualTo(4);
    assertThat(LINES.of("smtp.host")).isEqualTo(5);
    assertThat(LINES.of("smtp.password")).isEqualTo(6);
    assertThat(LINES.of("smtp.port")).isEqualTo(10);
    assertThat(LINES.of("sources.huggingface")).isEqualTo(12);
    assertThat(LINES.of("sources.huggingface.base_url")).isEqualTo(13);
    assertThat(LINES.of("sources.huggingface.enabled")).isEqualTo(17);
    assertThat(LINES.of("mail.a.b")).isEqualTo(19);
    assertThat(LINES.of("mail.c.d")).isEqualTo(20);
    assertThat(LINES.of("mail.c.e.f")).isEqualTo(20);
  }

  @Test
  void aKeyThatIsNotThereStandsWhereItsSectionDoes() {
    assertThat(LINES.of("smtp.username")).isEqualTo(4);
    assertThat(LINES.of("server")).isZero();
  }

  @Test
  void theSameKeyInTwoEntriesOfAListIsNotRepeated() {
    assertThat(LINES.repeated()).isEmpty();
  }

  @Test
  void theFirstKeyThatIsSetTwiceIsNamed() {
    assertThat(new KeyLines("a = 1\nb.c = 1\n[b]\nd = 1\nc = 2\na = 3\n").repeated())
        .contains(new KeyLines.Repeated("b.c", 2, 5));
  }

  @Test
  void afterAnEndlessValueNoLinesAreTold() {
    KeyLines lines = new KeyLines("a = 1\nb = [\n" + "1,\n".repeat(300) + "]\nc = 1\n");

    assertThat(lines.of("a")).isEqualTo(1);
    assertThat(lines.of("c")).isZero();
  }
}
