package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file is a configuration or has problems; CONTRIBUTING.md tells how to fuzz. */
class ConfigurationFuzzTest {
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.createTempFile("offprint-", ".toml");
  }

  @AfterEach
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  static Stream<byte[]> files() throws IOException {
    return Stream.of(
            Files.readString(Path.of("config", "offprint.toml")),
            """
            [smtp]
            host = "relay.example.org"
            port = 25
            security = "none"
            """,
            """
            server.base_url = 'https://papers.example.org'
            [sources.huggingface]
            enabled = true
            """,
            """
            [[smtp]]
            host = { a = 1, b = [1979-05-27T07:32:00Z, 0x1f, nan, "\\u00e9"] }
            """)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void configuration(byte[] content) throws IOException {
    Files.write(file, content);
    try {
      assertThat(ConfigurationLoader.load(file, Map.of()).settings()).hasSameSizeAs(Settings.all());
    } catch (InvalidConfiguration e) {
      assertThat(e.problems())
          .isNotEmpty()
          .extracting(Problem::toString)
          .allSatisfy(line -> assertThat(line).hasLineCount(1).startsWith(file.toString()));
    }
  }
}
