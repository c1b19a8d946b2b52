package dev.offprint.db;

import java.util.List;

/**
 * What came of copying a database, as both databases were read afterwards.
 *
 * @param tables in the order in which they were copied
 */
public record CopyReport(List<Table> tables) {
  public CopyReport {
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param rows how many it has where it was copied from
   * @param copiedRows how many the copy has
   * @param digest of all rows, in whatever order
   * @param copiedDigest the same of the copy
   * @param replaced rows with a character that PostgreSQL cannot hold, for which U+FFFD stands in
   *     the copy
   */
  public record Table(
      String name, long rows, long copiedRows, String digest, String copiedDigest, long replaced) {
    public boolean isEqual() {
      return rows == copiedRows && digest.equals(copiedDigest);
    }
  }

  /** Whether all that was to be copied is there. */
  public boolean isEqual() {
    return tables.stream().allMatch(Table::isEqual);
  }

  /** Rows of all tables together. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
