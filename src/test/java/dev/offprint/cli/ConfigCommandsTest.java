package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.access.TestAuthority;
import dev.offprint.config.Configuration;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.ConfigurationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCommandsTest {
  private final Session session = new Session();

  @Test
  void theValuesInEffectStandBelowEachOther() {
    assertThat(session.run("config", "show")).isZero();
    assertThat(session.out.lines())
        .anyMatch(line -> line.matches("smtp.host += relay.example  # OFFPRINT_SMTP__HOST"))
        .anyMatch(line -> line.matches("smtp.port += 0  # initial"))
        .noneMatch(line -> line.contains("geheim"));
    session.run("config", "show", "--json");
    assertThat(session.json().get("smtp.host").get("value").asString()).isEqualTo("relay.example");
    assertThat(session.json().get("smtp.host").get("from").asString())
        .isEqualTo("OFFPRINT_SMTP__HOST");
  }

  @Test
  void aFirstConfigurationIsWrittenWhereItIsFound(@TempDir Path folder) {
    Path data = folder.resolve("not-there-yet");
    assertThat(session.run("config", "init", "--data", data.toString())).isZero();
    assertThat(data.resolve("offprint.toml")).hasContent(ConfigurationText.example());
    assertThat(session.out).contains("offprint.toml", "offprint config check");

    session.run("status", "--data", data.toString());
    assertThat(session.options.configFile()).isEqualTo(data.resolve("offprint.toml"));
  }

  @Test
  void aFirstConfigurationIsWrittenWhereTheEnvironmentSaysThatItIs(@TempDir Path folder) {
    Path file = folder.resolve("named.toml");
    session.environment.put("OFFPRINT_CONFIG", file.toString());
    assertThat(session.run("config", "init", "--data", folder.resolve("data").toString())).isZero();
    assertThat(file).hasContent(ConfigurationText.example());
  }

  @Test
  void anExistingFileIsLeftAsItIs(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.toml"), "precious");
    assertThat(session.run("config", "init", file.toString())).isEqualTo(1);
    assertThat(file).hasContent("precious");
    assertThat(session.err).hasLineCount(1).contains("left as it is; name another file");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneLine(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    assertThat(session.run("config", "init", file + "/offprint.toml")).isEqualTo(1);
    assertThat(session.err).hasLineCount(1).startsWith("offprint: ");
  }

  @Test
  void categoriesThatArxivDoesNotHaveAreWarnedOf() {
    String key = "OFFPRINT_SOURCES__ARXIV__CATEGORIES";
    session.features.configuration =
        () -> configuration(Map.of(key, "cs.CLL, phlogiston, math, hep-th, astro-ph"));
    assertThat(session.run("config", "check")).isZero();
    assertThat(session.err)
        .contains("nothing comes of it: cs.CLL (did you mean cs.CL?), phlogiston\n");
    session.features.configuration = () -> configuration(Map.of(key, "cs.CL, math.NA, stat"));
    session.run("config", "check");
    assertThat(session.err).doesNotContain("sources.arxiv.categories");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | 2024-05-27 | 50 | smtp.limits.daily_from has no effect without smtp.limits.daily,
          0  | 2024-05-27 | 20 | smtp.limits.daily_from has no effect without smtp.limits.daily,
          0  | ''         | 20 | smtp.limits.daily_growth has no effect without smtp.limits.daily and
          50 | ''         | 20 | smtp.limits.daily_growth has no effect without smtp.limits.daily_from,
          50 | 1999-01-01 | 50 | the ramp that began on 1999-01-01 is over; correct daily_from
          """)
  void aLimitForANewSenderThatLimitsNothingIsWarnedOf(
      String daily, String from, String growth, String warning) {
    session.features.configuration = () -> limited(daily, from, growth);
    assertThat(session.run("config", "check")).isZero();
    assertThat(session.err).contains("warning: smtp.limits.daily").contains(warning);
    assertThat(session.err.lines().filter(line -> line.contains("smtp.limits"))).hasSize(1);
    // What doctor tells.
    assertThat(
            ConfigWarnings.besidesBaseUrl(
                limited(daily, from, growth), session.features.clock().instant()))
        .anyMatch(line -> line.contains(warning));
  }

  @ParameterizedTest
  @CsvSource({"0,'',50", "50,'',50", "50,2024-05-27,50", "50,2024-05-01,20", "50,1999-01-01,0"})
  void aLimitThatLimitsOrThatNobodyAskedForIsNotWarnedOf(String daily, String from, String growth) {
    session.features.configuration = () -> limited(daily, from, growth);
    assertThat(session.run("config", "check")).isZero();
    assertThat(session.err).contains("warning: ").doesNotContain("smtp.limits");
  }

  private static Configuration limited(String daily, String from, String growth) {
    return configuration(
        Map.of(
            "OFFPRINT_SMTP__LIMITS__DAILY", daily,
            "OFFPRINT_SMTP__LIMITS__DAILY_FROM", from,
            "OFFPRINT_SMTP__LIMITS__DAILY_GROWTH", growth));
  }

  @Test
  void whatIsValidAndYetNotMeantIsWarnedOf() {
    session.features.configuration = () -> configuration(Map.of());
    assertThat(session.run("config", "check")).isZero();
    assertThat(session.out)
        .contains("The configuration is valid, and mails can be made of the templates.");
    assertThat(session.err)
        .contains("warning: mail.from is still Offprint <offprint@localhost>")
        .contains("warning: server.base_url is http://localhost:8080");

    session.features.configuration =
        () ->
            configuration(
                Map.of(
                    "OFFPRINT_MAIL__FROM", "Papers <papers@lab.example>",
                    "OFFPRINT_SERVER__BASE_URL", "http://papers.lab.example"));
    session.run("config", "check");
    assertThat(session.err).contains("RFC 8058").doesNotContain("mail.from");

    session.features.configuration =
        () ->
            configuration(
                Map.of(
                    "OFFPRINT_MAIL__FROM", "Papers <papers@lab.example>",
                    "OFFPRINT_SERVER__BASE_URL", "https://papers.lab.example"));
    session.run("config", "check", "--json");
    assertThat(session.err).isEmpty();
    assertThat(session.json().get("warnings")).isEmpty();
  }

  @Test
  void anAuthorityThatHasExpiredAndATokenThatIsMissingAreWarnedOf(@TempDir Path folder) {
    TestAuthority authority = TestAuthority.LAB; // which begins after the session
    session.features.configuration =
        () ->
            configuration(
                Map.of(
                    "OFFPRINT_SMTP__CA_FILE",
                    authority.file().name(),
                    "OFFPRINT_MAIL__BOUNCES__CA_FILE",
                    new TestAuthority("2020/01/01").file().name(),
                    "OFFPRINT_SMTP__USERNAME",
                    "papers",
                    "OFFPRINT_SMTP__OAUTH__TOKEN_FILE",
                    folder + "/token"));
    assertThat(session.run("config", "check")).isZero();
    assertThat(session.err)
        .contains(
            "warning: smtp.ca_file " + authority.file().name() + " holds a certificate that is")
        .containsPattern(
            "warning: mail.bounces.ca_file \\S+ holds a certificate that expired on 2020-01-0."
                + " \\(CN=Lab Authority\\); put the new one into it")
        .contains(
            "warning: smtp.oauth.token_file names "
                + folder
                + "/token, which does not exist; give a file that does");
  }

  private static Configuration configuration(Map<String, String> environment) {
    return ConfigurationLoader.load(null, environment).configuration();
  }
}
