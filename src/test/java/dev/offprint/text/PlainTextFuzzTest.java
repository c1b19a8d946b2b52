package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text becomes one clean line; CONTRIBUTING.md tells how to fuzz. */
class PlainTextFuzzTest {
  static Stream<byte[]> texts() throws IOException {
    return PlainTextTest.table().stream()
        .map(fragment -> fragment.raw().getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "10m")
  void plainText(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.UTF_8);
    String clean = PlainText.of(raw);
    assertThat(clean.length()).isLessThanOrEqualTo(4 * raw.length());
    assertThat(clean).isEqualTo(clean.strip()).doesNotContain("  ");
    assertThat(clean.codePoints())
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE
                    || (Character.isSpaceChar(c) && c != ' ')
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069));
  }
}
