package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.CommandLineProgram;
import dev.offprint.cli.console.Action;
import dev.offprint.db.TestDatabase;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What commands do in a folder, or a database, in which nothing was begun. */
class NoInstallationTest {
  private static final Instant MORNING = Instant.parse("2025-03-03T07:30:00Z");

  @TempDir Path folder;
  private Path data;
  private Installation installation;

  @BeforeEach
  void nameAFolderThatIsMissing() {
    data = folder.resolve("mistyped");
    installation = new Installation(data, MORNING);
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "papers search glue",
        "papers show 2405.00001",
        "papers trending",
        "preview ada@lab.example",
        "subscribers list",
        "subscribers show ada@lab.example",
        "subscribers set ada@lab.example --max 3",
        "subscribers pause ada@lab.example",
        "subscribers resume ada@lab.example",
        "subscribers remove ada@lab.example",
        "subscribers erase ada@lab.example",
        "subscribers export",
        "groups list",
        "groups show Lab",
        "groups set Lab --max 3",
        "groups remove Lab",
        "deliveries list",
        "deliveries show 1",
        "deliveries explain ada@lab.example",
        "deliveries retry 1",
        "deliveries resend ada@lab.example",
        "suppressions list",
        "suppressions export",
        "suppressions remove ada@lab.example",
        "bounces process -",
        "pause",
        "resume",
        "db check"
      })
  void aCommandThatBeginsNothingSaysThatThereIsNoInstallationAndMakesNone(String command) {
    Installation.Printed missing = installation.run(command.split(" "));
    assertThat(missing.err())
        .isEqualToNormalizingNewlines(
            "offprint: there is no installation in "
                + data
                + ". Name its folder with --data, or begin one there with 'offprint init'\n");
    assertThat(missing.out()).isEmpty();
    assertThat(missing.exit()).isOne();
    assertThat(data).doesNotExist();
  }

  @Test
  void anEmptyFolderStaysEmpty() throws Exception {
    Installation.Printed missing = installation.run("status");
    Files.createDirectory(data);
    assertThat(installation.run("status")).isEqualTo(missing);
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "preview --interest glue",
        "papers fetch",
        "subscribers add ada@lab.example",
        "groups add Lab",
        "suppressions add ada@lab.example"
      })
  void aFirstCommandBeginsTheInstallationAndThenTheOthersWork(String command) {
    installation.run(command.split(" ")).done();
    assertThat(data.resolve("offprint.mv.db")).exists();
    installation.run("status").withoutComplaint();
  }

  @ParameterizedTest
  @ValueSource(strings = {"config show", "dkim show"})
  void aCommandThatNeedsNoDatabaseWorksAndMakesNothing(String command) {
    assertThat(installation.run(command.split(" ")).err()).doesNotContain("no installation");
    assertThat(data).doesNotExist();
  }

  @Test
  void onlyTheseCommandsBeginAnInstallation() {
    CommandLine commands =
        new CommandLineProgram(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Map.of(),
                options -> installation.wiring())
            .add("serve", ServeCommand::new)
            .add("db", DbCommand::new)
            .add("doctor", DoctorCommand::new)
            .commands();
    Set<String> beginning = new TreeSet<>();
    collect(commands, beginning);
    assertThat(beginning)
        .containsExactly(
            "offprint db restore",
            "offprint groups add",
            "offprint papers fetch",
            "offprint papers import",
            "offprint run",
            "offprint serve",
            "offprint subscribers add",
            "offprint subscribers import",
            "offprint suppressions add",
            "offprint suppressions import");
  }

  private static void collect(CommandLine command, Set<String> beginning) {
    if (command.getCommandSpec().userObject() instanceof Action<?> action && action.begins()) {
      beginning.add(command.getCommandSpec().qualifiedName());
    }
    command.getSubcommands().values().forEach(below -> collect(below, beginning));
  }

  @Test
  void aLostDatabaseIsNotTakenForOneThatWasNeverBegun() throws Exception {
    installation.run("subscribers", "add", "ada@lab.example").done();
    Files.delete(data.resolve("offprint.mv.db"));
    assertThat(installation.run("status").err()).contains("its file was emptied or lost");
    assertThat(data.resolve("offprint.mv.db")).doesNotExist();
  }

  @Test
  void aFolderThatIsAFileIsToldAsThat() throws Exception {
    Files.writeString(data, "no folder");
    assertThat(installation.run("status").err()).contains("it is a file");
  }

  @Test
  void aDatabaseOfPostgresqlWithoutTablesStaysWithout() throws Exception {
    String url = TestDatabase.POSTGRESQL.url();
    installation
        .with("OFFPRINT_DATABASE__URL", url)
        .with("OFFPRINT_DATABASE__USERNAME", "postgres");
    Installation.Printed status = installation.run("status");
    assertThat(status.exit()).isOne();
    assertThat(status.err())
        .startsWith("offprint: there is no installation in jdbc:postgresql://")
        .contains("has no tables", "database.url")
        .hasLineCount(1);
    try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
      assertThat(
              connection
                  .getMetaData()
                  .getTables(null, "public", "%", new String[] {"TABLE"})
                  .next())
          .isFalse();
    }
    installation.run("groups", "add", "Lab").done();
    installation.run("status").withoutComplaint();
  }

  @Test
  void anAddressOfH2WithoutAFileStaysWithout() {
    installation.with("OFFPRINT_DATABASE__URL", "jdbc:h2:" + folder.resolve("own"));
    assertThat(installation.run("status").err()).contains("there is no installation in jdbc:h2:");
    assertThat(folder).isEmptyDirectory();
  }
}
