package dev.offprint.db;

import static dev.offprint.db.CopiedInstallation.differences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.CopyProgress.Step;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No database is half copied, and none is copied that is in use. */
@Timeout(120)
class UnfinishedCopyTest extends CopiedDatabases {
  @ParameterizedTest
  @CsvSource({"H2,COPYING", "POSTGRESQL,COPYING", "H2,COMPARING", "POSTGRESQL,COMPARING"})
  void aCopyThatBrokeOffIsNoDatabaseUntilItWasBegunAgain(TestDatabase to, Step step)
      throws Exception {
    DatabaseAddress source = installation(TestDatabase.H2);
    DatabaseAddress target = nothing(to);

    assertThatThrownBy(() -> DatabaseCopy.run(source, target, until(step, "deliveries")))
        .hasMessage("broken off");

    assertThatThrownBy(() -> opened(target))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("holds an unfinished copy of another one")
        .hasMessageContaining("Run it again to the end");
    assertThatThrownBy(() -> copy(target, nothing(TestDatabase.H2)))
        .hasMessageContaining("holds an unfinished copy of another one");
    execute(open.getFirst(), "delete from soft_bounces");
    assertThat(copy(source, target).isEqual()).isTrue();
    assertThat(differences(contents(target), contents(source))).isEmpty();
  }

  @Test
  void aKilledCopyLeavesNoDatabase() throws Exception {
    Path from = folder.resolve("from");
    Path to = folder.resolve("to");
    copy(installation(TestDatabase.H2), DatabaseAddress.of(from.toString()));
    try (CopyingProcess process = CopyingProcess.between(from, to, "deliveries")) {
      process.await();
      for (Path each : List.of(from, to)) {
        assertThatThrownBy(() -> Database.open(FOLDER, each))
            .isInstanceOf(DatabaseUnavailable.class)
            .hasMessageContaining("another process has it open and lets nobody else");
      }
      process.kill();
    }
    assertThatThrownBy(() -> Database.open(FOLDER, to))
        .hasMessageContaining("holds an unfinished copy");

    DatabaseAddress target = DatabaseAddress.of(to.toString());
    DatabaseAddress source = DatabaseAddress.of(from.toString());
    assertThat(copy(source, target).isEqual()).isTrue();
    assertThat(differences(contents(target), contents(source))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenMeanwhileIsFound(TestDatabase from) throws Exception {
    DatabaseAddress source = installation(from);
    DatabaseAddress target = nothing(TestDatabase.H2);
    CopyProgress writing =
        (step, table, done, all) -> {
          if (step == Step.COPYING && table.equals("subscribers")) {
            execute(open.getFirst(), "update subscribers set maximum = 7");
            execute(open.getFirst(), "delete from soft_bounces");
          }
        };

    CopyReport report = DatabaseCopy.run(source, target, writing);

    assertThat(report.isEqual()).isFalse();
    assertThat(report.tables())
        .filteredOn(table -> !table.isEqual())
        .extracting(CopyReport.Table::name, CopyReport.Table::rows, CopyReport.Table::copiedRows)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("subscribers", 4L, 4L),
            org.assertj.core.api.Assertions.tuple("soft_bounces", 0L, 1L));
    assertThatThrownBy(() -> opened(target)).hasMessageContaining("unfinished copy");
  }

  @ParameterizedTest
  @EnumSource
  void whatHasSomethingInItStaysAsItIs(TestDatabase to) throws Exception {
    DatabaseAddress source = installation(TestDatabase.H2);
    DatabaseAddress installed = nothing(to);
    execute(opened(installed), "insert into soft_bounces values ('mine', '2024-05-27')");

    assertThatThrownBy(() -> copy(source, installed))
        .isInstanceOf(CopyFailure.class)
        .hasMessageContaining("has something in it already, which would be lost");

    assertThat(contents(installed).get("soft_bounces"))
        .hasSize(1)
        .first()
        .asString()
        .contains("mine");
    DatabaseAddress strangers = nothing(TestDatabase.POSTGRESQL);
    try (Connection connection = DriverManager.getConnection(strangers.url());
        var statement = connection.createStatement()) {
      statement.execute("create table theirs (id int)");
      assertThatThrownBy(() -> copy(source, strangers))
          .hasMessageContaining("1 table. Name an empty database with --to");
      assertThat(CopiedTables.names(connection)).containsExactly("theirs");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereThereIsNothingToCopyNothingIsMade(TestDatabase from) throws Exception {
    DatabaseAddress target = nothing(TestDatabase.H2);

    assertThatThrownBy(() -> copy(nothing(from), target))
        .isInstanceOf(CopyFailure.class)
        .hasMessageContaining("there is no database of Offprint in");

    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> copy(DatabaseAddress.of("jdbc:h2:" + folder.resolve("lost")), target))
        .isInstanceOf(DatabaseUnavailable.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPostgresqlThatSomebodyElseUsesIsLeftAlone() throws Exception {
    DatabaseAddress used = installation(TestDatabase.POSTGRESQL);
    DatabaseAddress target = nothing(TestDatabase.POSTGRESQL);
    DatabaseConfiguration configuration = new DatabaseConfiguration(used.url(), "", "", "", 7);
    try (Database daemon = Database.open(configuration, folder)) {
      daemon.ask();
      assertThatThrownBy(() -> copy(used, target))
          .isInstanceOf(CopyFailure.class)
          .hasMessageContaining("another process of Offprint is connected to jdbc:postgresql:");
    }
    try (Connection other = target.connectAlone()) {
      assertThatThrownBy(() -> copy(used, target)).hasMessageContaining("is connected to");
      assertThat(CopiedTables.names(other)).isEmpty();
    }
  }

  /** As when it was broken off while they were made, or by an older version. */
  @ParameterizedTest
  @EnumSource
  void tablesThatAreNotAllThereAreMadeAnew(TestDatabase to) throws Exception {
    DatabaseAddress source = installation(TestDatabase.H2);
    DatabaseAddress target = nothing(to);
    try (Connection held = DriverManager.getConnection(target.jdbcAlone());
        var statement = held.createStatement()) {
      Schema.migrations(held)
          .dataSource(target.jdbcAlone(), "", "")
          .table(UnfinishedCopy.HISTORY)
          .target("3")
          .load()
          .migrate();
      statement.execute("create table reader_groups (id int)");
    }

    assertThat(copy(source, target).isEqual()).isTrue();

    assertThat(differences(contents(target), contents(source))).isEmpty();
  }

  @Test
  void whatSomebodyPutIntoAnUnfinishedCopyStays() throws Exception {
    DatabaseAddress source = installation(TestDatabase.H2);
    DatabaseAddress target = nothing(TestDatabase.POSTGRESQL);
    assertThatThrownBy(() -> DatabaseCopy.run(source, target, until(Step.COPYING, "deliveries")))
        .hasMessage("broken off");
    try (Connection connection = DriverManager.getConnection(target.url());
        var statement = connection.createStatement()) {
      statement.execute("create table theirs (id int)");
      assertThatThrownBy(() -> copy(source, target)).hasMessageContaining("be lost: 1 table.");
      statement.execute("drop table theirs");
    }
    assertThat(copy(source, target).isEqual()).isTrue();
  }
}
