package dev.offprint.cli;

import picocli.CommandLine.Command;

/** Groups the measurements. */
@Command(
    name = "bench",
    description = "Measure this installation on data of its own.",
    subcommands = {BenchSelect.class, BenchDeliver.class, BenchWeb.class})
final class BenchCommand {
  /** Refuses what is not 1 to so many. */
  static void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw CommandFailure.wrongUsage(option + " must be 1 to " + most);
    }
  }
}
