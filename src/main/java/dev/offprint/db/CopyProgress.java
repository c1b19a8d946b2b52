package dev.offprint.db;

/** Is told how far copying a database is. */
@FunctionalInterface
public interface CopyProgress {
  /** Tells nobody. */
  CopyProgress NONE = (step, table, done, all) -> {};

  /** What is done with each table in turn. */
  enum Step {
    COPYING,
    COMPARING
  }

  /**
   * Tells that some rows of a table were done.
   *
   * @param done rows of all tables together, in this step
   * @param all rows that there are to do, as counted before
   */
  void at(Step step, String table, long done, long all);
}
