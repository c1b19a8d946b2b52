package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.UsualPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
  private final Session session = new Session();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "papers --help",
        "papers import --help",
        "papers fetch -h",
        "papers search --help",
        "papers show --help",
        "papers trending --help",
        "subscribers --help",
        "subscribers add --help",
        "subscribers set --help",
        "subscribers list --help",
        "subscribers show --help",
        "subscribers pause --help",
        "subscribers resume --help",
        "subscribers remove --help",
        "deliveries --help",
        "deliveries list --help",
        "deliveries show --help",
        "deliveries explain --help",
        "status --help",
        "config --help",
        "config check --help",
        "config show --help",
        "config init --help"
      })
  void everyCommandExplainsItselfWithinAHundredColumns(String line) {
    assertThat(session.run(line.split(" "))).isZero();
    String command = line.replaceFirst(" ?(--help|-h)$", "");
    assertThat(session.out).contains(("Usage: offprint " + command).strip()).contains("--json");
    assertThat(session.out.lines()).allMatch(text -> text.length() <= 100);
    assertThat(session.err).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "papers --version", "papers show --version"})
  void everyCommandTellsTheVersion(String line) {
    assertThat(session.run(line.split(" "))).isZero();
    assertThat(session.out).startsWith("offprint ").contains("Java ").hasLineCount(1);
  }

  @Test
  void theVersionIsAlsoADocument() {
    session.run("--version", "--json");
    assertThat(session.json().get("version").isString()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "paper search x| 'offprint' has no command 'paper'; did you mean 'papers'?",
        "papers serach x| 'offprint papers' has no command 'serach'; did you mean 'search'?",
        "frobnicate| 'offprint' has no command 'frobnicate'; see 'offprint --help'",
        "papers search x --limt 3| 'offprint papers search' has no option '--limt'; did you mean"
            + " '--limit'?",
        "status --limt=3| 'offprint status' has no option '--limt'; see 'offprint status --help'",
        "papers show| 'offprint papers show' needs ID; see 'offprint papers show --help'",
        "papers show a b| 'offprint papers show' does not take 'b' here; see 'offprint papers show"
            + " --help'",
        "papers search x --limit ten| --limit 'ten': a whole number is needed",
        "papers search x --limit 0| --limit must be 1 to 1000",
        "papers trending --date 2024-02-30| --date '2024-02-30': there is no such day; write"
            + " YYYY-MM-DD, today or yesterday",
        "papers trending --date| --date needs its DAY; see 'offprint papers trending --help'",
        "papers fetch nowhere| there is no source 'nowhere'",
        "deliveries list --status lost| --status 'lost': it must be one of planned, sending, sent,"
            + " deferred, failed, skipped"
      })
  void wrongUsageIsToldInOneLine(String line, String reason) {
    assertThat(session.run(line.split(" "))).isEqualTo(2);
    assertThat(session.out).isEmpty();
    assertThat(session.err).hasLineCount(1).startsWith("offprint: " + reason);
  }

  @Test
  void wrongUsageIsADocumentForAProgram() {
    assertThat(session.run("paper", "--json")).isEqualTo(2);
    assertThat(session.json().get("error").asString()).contains("did you mean 'papers'?");
    assertThat(session.err).isEmpty();
  }

  @Test
  void aGroupAloneShowsItsCommandsAndIsWrongUsage() {
    assertThat(session.run("papers")).isEqualTo(2);
    assertThat(session.out).isEmpty();
    assertThat(session.err).contains("Usage: offprint papers COMMAND", "needs a command: import");
  }

  @Test
  void globalOptionsStandBeforeOrAfterTheCommand() {
    session.run("--data", "before", "--json", "status");
    assertThat(session.options.data()).isEqualTo(Path.of("before"));
    assertThat(session.json().isObject()).isTrue();
    session.run("subscribers", "list", "--json", "--data=after", "--config", "other.toml");
    assertThat(session.options.data()).isEqualTo(Path.of("after"));
    assertThat(session.options.configFile()).isEqualTo(Path.of("other.toml"));
    assertThat(session.json().isArray()).isTrue();
  }

  @Test
  void withoutOptionsTheEnvironmentSaysWhereThingsAre() {
    session.environment.put("OFFPRINT_DATA", "from-environment");
    session.environment.put("OFFPRINT_CONFIG", "named.toml");
    session.run("status");
    assertThat(session.options.data()).isEqualTo(Path.of("from-environment"));
    assertThat(session.options.configFile()).isEqualTo(Path.of("named.toml"));
  }

  /** What a script gives when its variable is empty would be the current folder. */
  @ParameterizedTest
  @ValueSource(strings = {"--data", "--config"})
  void aPlaceWithoutANameIsWrongUsage(String option) {
    assertThat(session.run("status", option, "")).isEqualTo(2);
    assertThat(session.run("status", option + "=")).isEqualTo(2);
    assertThat(session.err).contains("offprint: " + option + " is given without a name");
  }

  @Test
  void anEmptyVariableIsOneThatIsNotSet() {
    session.environment.put("OFFPRINT_DATA", "");
    session.environment.put("OFFPRINT_CONFIG", "");
    session.run("status");
    assertThat(session.options.data()).isEqualTo(Path.of("offprint-data"));
    assertThat(session.options.configFile()).isNull();
  }

  @Test
  void withoutOptionsAndEnvironmentTheUsualPlacesAreTaken() {
    session.run("status");
    assertThat(session.options.data()).isEqualTo(Path.of("offprint-data"));
    assertThat(session.options.configFile()).isNull();
  }

  @Test
  void aPackageHasPlacesOfItsOwn(@TempDir Path root) throws IOException {
    Path file = root.resolve("etc.toml");
    session.usual = new UsualPlaces(root.resolve("var"), file);
    session.run("status");
    assertThat(session.options.data()).isEqualTo(root.resolve("var"));
    assertThat(session.options.configFile()).isNull();
    assertThat(session.options.newConfigFile()).isEqualTo(file);

    Files.createFile(file);
    session.run("status");
    assertThat(session.options.configFile()).isEqualTo(file);
    session.run("status", "--data", root.resolve("other").toString());
    assertThat(session.options.data()).isEqualTo(root.resolve("other"));
    assertThat(session.options.configFile()).isEqualTo(file);
    assertThat(session.options.newConfigFile()).isEqualTo(root.resolve("other/offprint.toml"));

    Path nearer = Files.createFile(root.resolve("offprint.toml"));
    session.environment.put("OFFPRINT_DATA", root.toString());
    session.run("status");
    assertThat(session.options.configFile()).isEqualTo(nearer);
    session.run("status", "--config", "named.toml");
    assertThat(session.options.configFile()).isEqualTo(Path.of("named.toml"));
    assertThat(session.options.newConfigFile()).isEqualTo(Path.of("named.toml"));
  }

  @Test
  void aConfigurationInTheDataFolderIsUsed(@TempDir Path data) throws IOException {
    Path file = Files.createFile(data.resolve("offprint.toml"));
    session.run("status", "--data", data.toString());
    assertThat(session.options.configFile()).isEqualTo(file);
  }

  @Test
  void aDefectIsOneLineAndNoStackTrace() {
    session.features.databaseFailure =
        new IllegalStateException("outer", new IllegalStateException("no space left\nat line 3"));
    assertThat(session.run("status")).isEqualTo(1);
    assertThat(session.err)
        .isEqualToNormalizingNewlines(
            "offprint: it failed unexpectedly: no space left (details are logged at level"
                + " debug)\n");
    assertThat(session.features.closed).isTrue();
  }

  @Test
  void everyProblemOfAConfigurationHasALine() {
    session.features.configuration =
        () -> {
          throw CommandFailure.wrongConfiguration(
              "the configuration has 2 problems",
              java.util.List.of("smtp.port: no number", "smtp.hots: unknown"));
        };
    assertThat(session.run("config", "check")).isEqualTo(2);
    assertThat(session.err.lines())
        .containsExactly(
            "offprint: the configuration has 2 problems",
            "  smtp.port: no number",
            "  smtp.hots: unknown");
    session.run("config", "check", "--json");
    assertThat(session.json().get("problems").size()).isEqualTo(2);
  }
}
