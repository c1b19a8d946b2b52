package dev.offprint.cli;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.ContinuedAction;
import dev.offprint.cli.console.ExitCode;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.FeaturesFactory;
import dev.offprint.cli.console.UsageProblem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: arguments in, answers and an exit code out. */
public final class CommandLineProgram {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, String> environment;
  private final FeaturesFactory factory;
  private final List<Object> furtherCommands = new ArrayList<>();
  private boolean terminal;

  public CommandLineProgram(
      PrintWriter out, PrintWriter err, Map<String, String> environment, FeaturesFactory factory) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.factory = factory;
  }

  /**
   * Adds a command beside {@code papers} and the others; it names itself by its annotation.
   *
   * @param command an {@link Action}, or a {@link CommandLine} with commands below it
   */
  public CommandLineProgram add(Object command) {
    furtherCommands.add(command);
    return this;
  }

  /**
   * Says that standard error is read by somebody at a terminal, who is shown how far things are.
   */
  public CommandLineProgram atTerminal(boolean isTerminal) {
    terminal = isTerminal;
    return this;
  }

  /**
   * Runs one command.
   *
   * @return 0 done, 1 failed, 2 wrong usage or configuration
   */
  public int run(String... arguments) {
    OffprintCommand root = new OffprintCommand();
    CommandLine commands = commands(root);
    try {
      return run(root, commands.parseArgs(arguments));
    } catch (ParameterException e) {
      boolean json = Arrays.asList(arguments).contains("--json");
      return fail(new Console(out, err, json, terminal), UsageProblem.of(e));
    }
  }

  private int run(OffprintCommand root, ParseResult parsed) {
    Console console = new Console(out, err, root.json, terminal);
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.isVersionHelpRequested() || parsed.isVersionHelpRequested()) {
      console.answer(Version.answer());
      return ExitCode.DONE;
    }
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      out.flush();
      return ExitCode.DONE;
    }
    return switch (last.commandSpec().userObject()) {
      case Action action -> act(action, root, console);
      default -> {
        if (!root.json) {
          last.commandSpec().commandLine().usage(err);
          err.println();
        }
        yield fail(console, UsageProblem.commandMissing(last.commandSpec()));
      }
    };
  }

  private int act(Action action, OffprintCommand root, Console console) {
    CommandResult answer;
    try (Features features = factory.create(root.options(environment))) {
      answer = action.act(features, console);
      if (action instanceof ContinuedAction continued) {
        console.answer(answer);
        goOn(continued, features, console);
      }
    } catch (RuntimeException e) {
      return fail(console, Failures.explain(e));
    }
    if (!(action instanceof ContinuedAction)) {
      console.answer(answer);
    }
    return answer.failed() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static void goOn(ContinuedAction action, Features features, Console console) {
    try {
      action.goOn(features, console);
    } catch (RuntimeException e) {
      console.note("offprint: " + Failures.explain(e).getMessage());
    }
  }

  private static int fail(Console console, CommandFailure failure) {
    console.failure(failure);
    return failure.exitCode();
  }

  private CommandLine commands(OffprintCommand root) {
    CommandLine commands = new CommandLine(root);
    furtherCommands.forEach(commands::addSubcommand);
    commands.setOut(out);
    commands.setErr(err);
    commands.setExpandAtFiles(false);
    commands.setAllowOptionsAsOptionParameters(false);
    Converters.register(commands);
    HelpLayout.apply(commands);
    return commands;
  }
}
