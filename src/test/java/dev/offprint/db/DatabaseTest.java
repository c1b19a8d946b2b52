package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.offprint.config.DatabaseConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
    assertThat(failure("", folder))
        .contains(folder.toString())
        .contains("its file is damaged", "put it back from a backup");
  }

  @Test
  void whereverThreeKilobytesAreDamagedItIsCalledDamage() throws Exception {
    Path data = folder.resolve("data");
    try (Database database = CommittingProcess.database(data)) {
      for (int number = 0; number < 500; number++) {
        CommittingProcess.insert(database, number);
      }
    }
    Path file = data.resolve("offprint.mv.db");
    byte[] whole = Files.readAllBytes(file);
    int damaged = 0;
    for (int from = 0; from + 3_072 < whole.length; from += whole.length / 12) {
      byte[] bytes = whole.clone();
      Arrays.fill(bytes, from, from + 3_072, (byte) 7);
      Files.write(file, bytes);
      Throwable failure =
          catchThrowable(
              () -> {
                try (Database database = CommittingProcess.database(data)) {
                  CommittingProcess.kept(database);
                }
              });
      if (failure != null) {
        assertThat(failure)
            .as("from %d", from)
            .matches(
                told ->
                    Damage.isIn(told) || String.valueOf(told.getMessage()).contains("is damaged"));
        damaged++;
      }
    }
    assertThat(damaged).isPositive();
    assertThat(Damage.isIn(new IllegalStateException("otherwise"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost", "empty", "zeros"})
  void aDatabaseThatWasEmptiedIsNoNewInstallation(String how) throws Exception {
    Path data = folder.resolve("data");
    CommittingProcess.database(data).close();
    Files.writeString(data.resolve("link.key"), "0123456789abcdef0123456789abcdef");
    Path file = data.resolve("offprint.mv.db");
    switch (how) {
      case "lost" -> Files.delete(file);
      case "empty" -> Files.write(file, new byte[0]);
      default -> Files.write(file, new byte[(int) Files.size(file)]);
    }
    assertThat(failure("", data))
        .containsAnyOf("is empty, but this folder was in use before", "its file is damaged")
        .contains("from a backup");
    assertThat(failure("", data)).contains("from a backup");
  }

  @Test
  void aFileThatIsLostIsNotMadeAnew() throws Exception {
    Path data = folder.resolve("data");
    CommittingProcess.database(data).close();
    Files.writeString(data.resolve("link.key"), "0123456789abcdef0123456789abcdef");
    Files.delete(data.resolve("offprint.mv.db"));

    assertThat(failure("", data)).contains("Nothing was changed");
    assertThat(data.resolve("offprint.mv.db")).doesNotExist();
  }

  @Test
  void aFileOfWhichNothingCanBeReadIsCalledDamagedAndNotEmpty() throws Exception {
    Path data = folder.resolve("data");
    CommittingProcess.database(data).close();
    Files.writeString(data.resolve("link.key"), "0123456789abcdef0123456789abcdef");
    Path file = data.resolve("offprint.mv.db");
    byte[] content = Files.readAllBytes(file);
    new Random(3).nextBytes(content);
    byte[] header = Arrays.copyOf(Files.readAllBytes(file), 8_192);
    System.arraycopy(header, 0, content, 0, header.length);
    Files.write(file, content);

    assertThat(failure("", data)).contains("its file is damaged").doesNotContain("is empty");
  }

  @Test
  void aFileThatMayNotBeWrittenIsSaidToBeSo() throws Exception {
    Path data = folder.resolve("data");
    CommittingProcess.database(data).close();
    Path file = data.resolve("offprint.mv.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeTrue(!Files.isWritable(file), "this user may write to everything");

    assertThat(failure("", data)).contains("this user cannot write to it");
  }

  @Test
  void nobodyElseCanLookIntoTheFolder() throws Exception {
    Path data = folder.resolve("new");
    CommittingProcess.database(data).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
    Path file = data.resolve("offprint.mv.db");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void rootDoesNotWorkInTheFolderOfAnotherUser() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"));
    Path data = Files.createDirectory(folder.resolve("theirs"));
    Files.setOwner(
        data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    assertThat(failure("", data)).contains("belongs to nobody", "runuser -u nobody -- offprint");
    assertThat(data).isEmptyDirectory();
  }

  /** To work there as root would leave more of the same. */
  @Test
  void aFolderThatIsRootsByAccidentIsGivenToItsUser() {
    assertThat(new DatabaseUnavailable(Path.of("/data"), "root", "offprint"))
        .hasMessageEndingWith("Give it to that user, as root: chown -R offprint: /data");
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
    return new DatabaseConfiguration(url, "", "", "", 7);
  }

  private static int count(Database database, String table) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
