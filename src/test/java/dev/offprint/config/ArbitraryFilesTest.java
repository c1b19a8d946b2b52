package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a file holds, it gives a configuration or a list of problems of one line each. */
class ArbitraryFilesTest {
  private static Path file = Path.of("offprint.toml");

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("offprint", ".toml");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 500, seed = "2026")
  void arbitraryBytes(@ForAll @Size(max = 200) byte[] content) throws IOException {
    givesAConfigurationOrProblems(content);
  }

  @Property(tries = 2000, seed = "2026")
  void piecesOfConfigurations(@ForAll("pieces") List<String> pieces) throws IOException {
    givesAConfigurationOrProblems(String.join("", pieces).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "[",
            "]",
            "[[",
            "]]",
            "=",
            " = ",
            ".",
            ",",
            "\n",
            "\r\n",
            "\r",
            "#",
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "{",
            "}",
            "\\",
            "\\u0000",
            "\t",
            "\u0000",
            "\ud800",
            "é",
            "smtp",
            "server",
            "port",
            "host",
            "password",
            "password_file",
            "base_url",
            "sources",
            "huggingface",
            "mail.from",
            "25",
            "-1",
            "1e9",
            "0x1f",
            "nan",
            "inf",
            "1979-05-27",
            "07:32:00",
            "true",
            "\"a\"",
            "\"\"",
            "[smtp]\n",
            "port = 25\n",
            "host = \"a\"\n",
            "[sources.huggingface]\n",
            "connections = 4\n",
            "smtp.host = \"b\"\n",
            "\"smtp\".'port' = 1\n")
        .list()
        .ofMaxSize(20);
  }

  private static void givesAConfigurationOrProblems(byte[] content) throws IOException {
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
