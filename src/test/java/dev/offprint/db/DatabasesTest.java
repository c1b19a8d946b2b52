package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class DatabasesTest {
  private final Databases databases;
  @AutoClose private final Database database;

  DatabasesTest(Databases databases) {
    this.databases = databases;
    this.database = databases.fresh();
  }

  @Test
  void aFreshDatabaseHasEveryTable() {
    List<String> tables =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select lower(table_name) from information_schema.tables
                            where lower(table_schema) = 'public'
                            """)
                        .mapTo(String.class)
                        .list());

    assertThat(tables)
        .contains("papers", "signals", "subscribers", "interests", "deliveries", "edition_papers");
  }

  @Test
  void aFreshDatabaseIsNobodyElses() {
    try (Database other = databases.fresh()) {
      suppress(database);
      suppress(other);

      assertThat(suppressions(other)).isEqualTo(1);
    }
  }

  private static void suppress(Database database) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into suppressions values ('a@example.org', 'x', current_timestamp)"));
  }

  private static int suppressions(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from suppressions").mapTo(Integer.class).one());
  }
}
