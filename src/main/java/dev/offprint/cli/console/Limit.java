package dev.offprint.cli.console;

import picocli.CommandLine.Option;

/** How many papers to show. */
public final class Limit {
  private static final int MOST = 1_000;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "Most papers to show, 1 to 1000; else 10.")
  int limit;

  public int papers() {
    if (limit < 1 || limit > MOST) {
      throw CommandFailure.wrongUsage("--limit must be 1 to " + MOST);
    }
    return limit;
  }
}
