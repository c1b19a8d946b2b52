package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.offprint.config.DatabaseConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening the database, and what is said when it cannot be opened. */
@Timeout(30)
class DatabaseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aFreshDatabaseHasTheTablesAndIsOfTheNewestVersion(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      assertThat(count(database, "papers")).isZero();
      assertThat(count(database, "subscribers")).isZero();
      assertThat(count(database, "\"flyway_schema_history\"")).isPositive();
    }
  }

  @Test
  void theFolderIsCreatedAndOpeningItAgainKeepsWhatIsThere() {
    Path data = folder.resolve("a/b");
    try (Database database = CommittingProcess.database(data)) {
      CommittingProcess.insert(database, 7);
    }
    try (Database database = CommittingProcess.database(data)) {
      assertThat(CommittingProcess.kept(database)).containsExactly(7);
    }
  }

  @Test
  void anH2AddressOfTheOperatorsWritesCommitsAtOnceToo() {
    try (Database database = Database.open(configuration("jdbc:h2:mem:own"), folder)) {
      List<String> delay =
          database
              .jdbi()
              .withHandle(
                  h ->
                      h.createQuery(
                              "select setting_value from information_schema.settings"
                                  + " where setting_name = 'WRITE_DELAY'")
                          .mapTo(String.class)
                          .list());
      assertThat(delay).isNotEmpty().containsOnly("0");
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsToldInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "no folder");
    assertThat(failure("", file))
        .isEqualTo(
            "cannot use the data folder "
                + file
                + ": it is a file. Give a folder that this user can write to with --data.");
    assertThat(failure("", file.resolve("below")))
        .startsWith("cannot use the data folder " + file.resolve("below") + ": ")
        .endsWith(". Give a folder that this user can write to with --data.");
    assertThat(file).hasContent("no folder");
  }

  @Test
  void aDamagedFileIsToldInOneLine() throws Exception {
    Files.writeString(folder.resolve("offprint.mv.db"), "this is no database".repeat(1_000));
    assertThat(failure("", folder)).contains(folder.toString()).contains("corrupt");
  }

  @Test
  void aServerThatDoesNotListenIsToldInOneLine() {
    assertThat(failure("jdbc:postgresql://127.0.0.1:1/papers?ssl=false", folder))
        .startsWith("cannot open the database jdbc:postgresql://127.0.0.1:1/papers: ")
        .contains("refused");
  }

  @Test
  void aServerThatDoesNotExistIsToldInOneLine() {
    assertThat(failure("jdbc:postgresql://nowhere.invalid/papers", folder))
        .isEqualTo(
            "cannot open the database jdbc:postgresql://nowhere.invalid/papers: there is no host"
                + " nowhere.invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:port/papers?password=hunter2",
        "jdbc:postgresql://offprint:hunter2@127.0.0.1:1/papers",
        "jdbc:h2:mem:x;CIPHER=hunter2",
        "jdbc:h2:",
        "jdbc:h2:mem:x;NO_SUCH_SETTING=1"
      })
  void anAddressThatCannotBeUsedIsToldWithoutWhatMayBeSecret(String url) {
    assertThat(failure(url, folder)).doesNotContain("hunter2");
  }

  private static String failure(String url, Path data) {
    DatabaseUnavailable unavailable =
        catchThrowableOfType(
            DatabaseUnavailable.class, () -> Database.open(configuration(url), data).close());
    assertThat(unavailable).isNotNull();
    List<String> lines = String.valueOf(unavailable.getMessage()).lines().toList();
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  private static DatabaseConfiguration configuration(String url) {
    return new DatabaseConfiguration(url, "", "");
  }

  private static int count(Database database, String table) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
