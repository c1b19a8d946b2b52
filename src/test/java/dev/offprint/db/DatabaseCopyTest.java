package dev.offprint.db;

import static dev.offprint.db.CopiedInstallation.differences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that was copied is the same, whatever kind it is of. */
@Timeout(120)
class DatabaseCopyTest extends CopiedDatabases {
  @ParameterizedTest
  @CsvSource({"H2,POSTGRESQL", "POSTGRESQL,H2", "H2,H2", "POSTGRESQL,POSTGRESQL"})
  void everyRowArrivesAsItWas(TestDatabase from, TestDatabase to) throws Exception {
    DatabaseAddress source = installation(from);
    Map<String, List<String>> before = contents(source);
    DatabaseAddress target = nothing(to);

    CopyReport report = copy(source, target);

    assertThat(report.isEqual()).isTrue();
    assertThat(report.tables()).extracting(CopyReport.Table::replaced).containsOnly(0L);
    Map<String, List<String>> after = contents(target);
    assertThat(differences(after, before)).isEmpty();
    assertThat(differences(contents(source), before)).isEmpty();
    assertThat(report.rows()).isEqualTo(after.values().stream().mapToLong(List::size).sum());
  }

  /** A table that a later migration makes gets a row in the fixture, or this fails. */
  @ParameterizedTest
  @EnumSource
  void noTableIsForgotten(TestDatabase kind) throws Exception {
    DatabaseAddress source = installation(kind);

    CopyReport report = copy(source, nothing(TestDatabase.H2));

    try (Connection connection = open.getFirst().dataSource().getConnection()) {
      assertThat(report.tables())
          .extracting(CopyReport.Table::name)
          .containsExactlyInAnyOrderElementsOf(
              CopiedInstallation.tables(connection).stream()
                  .map(name -> name.toLowerCase(Locale.ROOT))
                  .toList());
    }
    assertThat(report.tables()).allSatisfy(table -> assertThat(table.rows()).isPositive());
  }

  @ParameterizedTest
  @CsvSource({"H2,POSTGRESQL", "POSTGRESQL,H2"})
  void numbersGoOnBehindTheHighestThatWasEverGiven(TestDatabase from, TestDatabase to)
      throws Exception {
    DatabaseAddress source = installation(from);
    execute(open.getFirst(), "delete from reader_groups");
    execute(open.getFirst(), "delete from deliveries where message_id <> 'm1@lab.example'");
    DatabaseAddress target = nothing(to);
    copy(source, target);

    Database copy = opened(target);
    for (String table : List.of("reader_groups", "deliveries")) {
      execute(
          copy,
          table.equals("deliveries")
              ? "insert into deliveries (subscriber_id, kind, status, message_id, planned_at,"
                  + " attempts) select min(id), 'LINK', 'SENT', 'n', current_timestamp, 0 from"
                  + " subscribers"
              : "insert into reader_groups (slug, name, access, same_for_all, content, interests,"
                  + " interests_at, maximum, at_time, zone, days, format, language) values ('b',"
                  + " 'B', 'PUBLIC', true, 'BOTH', '', current_timestamp, 5, '07:00:00', 'UTC',"
                  + " 'MON', 'HTML', 'en')");
    }
    assertThat(highest(copy, "reader_groups")).isEqualTo(2);
    assertThat(highest(copy, "deliveries")).isEqualTo(1_206);
    assertThat(highest(copy, "harvests")).isEqualTo(1);
  }

  private static long highest(Database database, String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.select("select max(id) from " + table).mapTo(Long.class).one());
  }

  @ParameterizedTest
  @EnumSource
  void anOlderDatabaseIsBroughtUpToDateFirst(TestDatabase from) throws Exception {
    DatabaseAddress source = DatabaseAddress.of(from.url());
    try (Connection held = DriverManager.getConnection(source.url())) {
      Schema.migrations(held).dataSource(source.url(), "", "").target("4").load().migrate();
      assertThat(Schema.isNewest(held)).isFalse();
      DatabaseAddress target = nothing(TestDatabase.H2);

      assertThat(copy(source, target).isEqual()).isTrue();

      assertThat(Schema.isNewest(held)).isTrue();
      assertThat(differences(contents(target), contents(source))).isEmpty();
    }
  }

  @Test
  void whatPostgresqlCannotHoldIsReplacedAndCounted() throws Exception {
    DatabaseAddress source = installation(TestDatabase.H2);
    execute(open.getFirst(), "insert into soft_bounces values ('a\0b', '2024-05-27')");
    open.getFirst()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update papers set title = ?, abstract = ?",
                    "half \uD83D and \uDD2C",
                    "whole \uD83D\uDD2C\0"));
    DatabaseAddress postgresql = nothing(TestDatabase.POSTGRESQL);
    DatabaseAddress h2 = nothing(TestDatabase.H2);

    CopyReport replaced = copy(source, postgresql);
    CopyReport kept = copy(source, h2);

    assertThat(replaced.isEqual()).isTrue();
    assertThat(replaced.tables())
        .filteredOn(table -> table.replaced() > 0)
        .extracting(CopyReport.Table::name, CopyReport.Table::replaced)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("papers", 1L),
            org.assertj.core.api.Assertions.tuple("soft_bounces", 1L));
    assertThat(row(contents(postgresql), "papers"))
        .contains("title=half \uFFFD and \uFFFD", "abstract=whole \uD83D\uDD2C\uFFFD");
    assertThat(row(contents(postgresql), "soft_bounces")).contains("a\uFFFDb");
    assertThat(kept.tables()).extracting(CopyReport.Table::replaced).containsOnly(0L);
    assertThat(differences(contents(h2), contents(source))).isEmpty();
  }

  @Test
  void whatDoesNotFitIsToldWithItsTable() throws Exception {
    DatabaseAddress source = installation(TestDatabase.POSTGRESQL);
    // Half as many characters for PostgreSQL as for H2.
    execute(open.getFirst(), "update suppressions set reason = repeat('\uD83D\uDD2C', 300)");
    DatabaseAddress target = nothing(TestDatabase.H2);

    Throwable failure = catchThrowable(() -> copy(source, target));

    assertThat(failure)
        .isInstanceOf(CopyFailure.class)
        .hasMessageContaining("it broke off in the table suppressions: Value too long for column");
    assertThat(failure.getMessage()).hasLineCount(1);
  }

  @Test
  void whatSomebodyAddedIsNotLeftBehind() throws Exception {
    DatabaseAddress source = installation(TestDatabase.POSTGRESQL);
    DatabaseAddress target = nothing(TestDatabase.H2);
    execute(open.getFirst(), "create table notes (id int primary key)");
    assertThatThrownBy(() -> copy(source, target))
        .isInstanceOf(CopyFailure.class)
        .hasMessageContaining("notes");
    execute(open.getFirst(), "drop table notes");
    execute(open.getFirst(), "alter table papers add column mine int");
    assertThatThrownBy(() -> copy(source, target)).hasMessageContaining("papers");
    execute(open.getFirst(), "alter table papers drop column mine");
    execute(open.getFirst(), "create table keyless (id int)");
    assertThatThrownBy(() -> copy(source, target))
        .hasMessageContaining("the table keyless has no primary key");
    execute(open.getFirst(), "drop table keyless");
    execute(open.getFirst(), "create table odd (id numeric primary key)");
    assertThatThrownBy(() -> copy(source, target))
        .hasMessageContaining("the column odd.id is of the type numeric, which cannot be copied");
    execute(open.getFirst(), "drop table odd");
    assertThat(copy(source, target).isEqual()).isTrue();
  }
}
