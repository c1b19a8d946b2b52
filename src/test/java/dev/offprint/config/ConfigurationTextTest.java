package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts made from the declarations, and that the files in the repository are those texts. */
class ConfigurationTextTest {
  @TempDir Path folder;

  @Test
  void theReferencePageIsUpToDate() throws IOException {
    assertUpToDate(Path.of("docs/configuration.md"), ConfigurationText.reference());
  }

  @Test
  void theExampleFileIsUpToDate() throws IOException {
    assertUpToDate(Path.of("config/offprint.toml"), ConfigurationText.example());
  }

  @Test
  void theProgramLogsWithoutItsFolderAsItDoesWithIt() {
    assertThat(Path.of("src/main/resources/logback.xml"))
        .hasSameTextualContentAs(Path.of("config/logging.xml"));
  }

  @Test
  void theExampleChangesNothing() throws IOException {
    assertThat(load(ConfigurationText.example())).isEqualTo(initial());
  }

  @Test
  void theExampleWithEveryKeyTakenInChangesNothingEither() throws IOException {
    String taken = ConfigurationText.example().replaceAll("(?m)^#(?=\\w)", "");

    assertThat(taken.lines().filter(line -> line.matches("\\w+ = .*")))
        .hasSameSizeAs(Settings.all());
    assertThat(load(taken)).isEqualTo(initial());
  }

  @Test
  void whatIsInForceCanBeLoadedAgain() throws IOException {
    ConfigurationLoader.Loaded loaded =
        ConfigurationLoader.load(
            null,
            Map.of(
                "OFFPRINT_MAIL__FROM", "\"Papers \\\"daily\\\"\" <a@b.example>",
                "OFFPRINT_SMTP__USERNAME", "back\\slash # and hash",
                "OFFPRINT_SERVER__PORT", "81"));

    assertThat(load(ConfigurationText.effective(loaded.settings())))
        .isEqualTo(loaded.configuration());
  }

  @Test
  void everySettingIsExplained() {
    assertThat(Settings.all())
        .allSatisfy(
            setting -> {
              assertThat(setting.help()).endsWith(".");
              assertThat(setting.accepts()).isNotBlank();
              assertThat(ConfigurationText.reference()).contains("`" + setting.key() + "`");
            });
  }

  private static void assertUpToDate(Path file, String text) throws IOException {
    if (Boolean.getBoolean("offprint.regenerate")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertThat(file)
        .as(
            "%s is made from the code. Make it anew: ./mvnw test -Dtest=ConfigurationTextTest"
                + " -Doffprint.regenerate=true",
            file)
        .exists()
        .hasContent(text);
  }

  private Configuration load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("offprint.toml"), text);
    return ConfigurationLoader.load(file, Map.of()).configuration();
  }

  private static Configuration initial() {
    return ConfigurationLoader.load(null, Map.of()).configuration();
  }
}
