package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Text;
import java.util.Map;
import java.util.TreeMap;

/**
 * Those whom a day's limit keeps waiting. They have one reason, and are told in one line: on the
 * first day of a new sender there are thousands.
 */
final class WaitingReaders {
  private final Map<String, Integer> byReason = new TreeMap<>();

  /**
   * Counts one.
   *
   * @param why the ledger's reason, which begins with "waits"
   */
  void add(String why) {
    byReason.merge(why, 1, Integer::sum);
  }

  int count() {
    return byReason.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** "1,950 wait: at most 50 readers …", with the end of the line; empty when nobody waits. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    byReason.forEach(
        (why, count) ->
            lines
                .append(Text.count(count, "waits", "wait"))
                .append(why.substring("waits".length()))
                .append('\n'));
    return lines.toString();
  }
}
