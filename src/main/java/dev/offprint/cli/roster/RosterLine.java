package dev.offprint.cli.roster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one record of a file says.
 *
 * @param number of its first line, from 1
 * @param values by column; one that is not there says nothing
 * @param problem why the record cannot be taken apart; null when it can
 */
record RosterLine(int number, Map<Column, String> values, @Nullable String problem) {
  static RosterLine broken(int number, String problem) {
    return new RosterLine(number, Map.of(), problem);
  }

  String value(Column column) {
    return values.getOrDefault(column, "").strip();
  }
}
