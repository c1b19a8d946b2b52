package dev.offprint.bench;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Groups the measurements. */
@Command(name = "bench", description = "Measure this installation on data of its own.")
public final class BenchCommand {
  private BenchCommand() {}

  /**
   * The command with the measurements below it.
   *
   * @param home the folder of the distribution
   */
  public static CommandLine of(Path home, InstantSource clock) {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new BenchSelect(home))
        .addSubcommand(new BenchDeliver(home))
        .addSubcommand(new BenchYear(home))
        .addSubcommand(new BenchWeb(home, clock));
  }

  /** What was measured, as JSON even for a person. */
  static CommandResult result(Document measured, Console console) {
    return new CommandResult(console.isJson() ? "" : Console.json(measured), measured);
  }

  /** Refuses what is not 1 to so many. */
  static void within(String option, int value, int most) {
    within(option, value, 1, most);
  }

  static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw CommandFailure.wrongUsage(option + " must be " + least + " to " + most);
    }
  }
}
