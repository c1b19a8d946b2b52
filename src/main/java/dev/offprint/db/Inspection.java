package dev.offprint.db;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * How the database is.
 *
 * @param product such as {@code H2 2.4.240}
 * @param schema the newest migration that was done, such as {@code V4__language_of_mails.sql}
 * @param bytes what it takes on disk
 * @param tables how many tables were read, of {@code allTables}
 * @param rows how many rows they have
 */
public record Inspection(
    String product, String schema, long bytes, int tables, int allTables, long rows) {

  /** Whether it was made by this version of Offprint or an earlier one. */
  public boolean isKnown() {
    return number(schema) <= number(Schema.NEWEST);
  }

  private static int number(String migration) {
    String number = migration.replaceFirst("V(\\d+)__.*", "$1");
    return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
  }

  /**
   * Reads every row of every table, as far as the time lets it.
   *
   * @param until when to end, by {@link System#nanoTime}
   * @throws RuntimeException when something cannot be read; {@link Damage#isIn} tells why
   */
  static Inspection of(Handle handle, long until) throws SQLException {
    DatabaseMetaData data = handle.getConnection().getMetaData();
    String name = data.getDatabaseProductName();
    String product = name + " " + data.getDatabaseProductVersion().replaceFirst("[ (].*", "");
    String schema =
        handle
            .select(
                "select \"script\" from \"flyway_schema_history\" where \"success\""
                    + " order by \"installed_rank\" desc fetch first 1 rows only")
            .mapTo(String.class)
            .one();
    List<String> tables = tables(handle);
    long rows = 0;
    int read = 0;
    for (String table : tables) {
      if (System.nanoTime() - until > 0) {
        break;
      }
      // A condition that each row has to be asked for, as a plain count reads none of them.
      rows +=
          handle
              .select(
                  String.format(
                      Locale.ROOT, "select count(*) from \"%s\" where random() < 2", table))
              .mapTo(long.class)
              .one();
      read++;
    }
    return new Inspection(
        product, schema, bytes(handle, name.equals("PostgreSQL")), read, tables.size(), rows);
  }

  private static List<String> tables(Handle handle) {
    return handle
        .select(
            "select table_name from information_schema.tables where table_schema = current_schema"
                + " and table_type = 'BASE TABLE' order by table_name")
        .mapTo(String.class)
        .list();
  }

  private static long bytes(Handle handle, boolean postgres) {
    return handle
        .select(
            postgres
                ? "select pg_database_size(current_database())"
                : "select coalesce((select cast(setting_value as bigint) from"
                    + " information_schema.settings where setting_name = 'info.FILE_SIZE'), 0)")
        .mapTo(long.class)
        .one();
  }
}
