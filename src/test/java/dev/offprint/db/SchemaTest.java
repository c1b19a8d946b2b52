package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the tables are as this version needs them, told without Flyway. */
class SchemaTest {
  @Test
  void theNewestMigrationIsTheLastFile() throws Exception {
    URI newest =
        Objects.requireNonNull(Schema.class.getResource("/" + Schema.FOLDER + "/" + Schema.NEWEST))
            .toURI();
    try (Stream<Path> files = Files.list(Objects.requireNonNull(Path.of(newest).getParent()))) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.matches("V\\d+__.*[.]sql"))
                  .max(Comparator.comparing(SchemaTest::number)))
          .hasValue(Schema.NEWEST);
    }
  }

  private static Integer number(String script) {
    return Integer.valueOf(script.substring(1, script.indexOf("__")));
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseIsUpToDateOnceItsLastMigrationIsDone(TestDatabase kind) throws Exception {
    try (Database database = kind.fresh();
        var connection = database.dataSource().getConnection()) {
      assertThat(Schema.isNewest(connection)).isTrue();

      forgetTheLastMigration(database);

      assertThat(Schema.isNewest(connection)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMigrationThatFailedIsNotTakenForDone(TestDatabase kind) throws Exception {
    try (Database database = kind.fresh();
        var connection = database.dataSource().getConnection()) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update \"flyway_schema_history\" set \"success\" = false where \"script\""
                          + " = ?",
                      Schema.NEWEST));

      assertThat(Schema.isNewest(connection)).isFalse();
    }
  }

  private static void forgetTheLastMigration(Database database) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from \"flyway_schema_history\" where \"script\" = ?", Schema.NEWEST));
  }
}
