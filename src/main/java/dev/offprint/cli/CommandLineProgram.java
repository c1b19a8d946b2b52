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
import dev.offprint.cli.console.UsualPlaces;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: arguments in, answers and an exit code out. */
public final class CommandLineProgram {
  /** What Java makes of octets that are no letter in the encoding of the locale. */
  private static final char UNREADABLE = '\uFFFD';

  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, String> environment;
  private final FeaturesFactory factory;
  private final CommandTree tree = new CommandTree();
  private boolean terminal;
  private UsualPlaces usual = UsualPlaces.HERE;

  public CommandLineProgram(
      PrintWriter out, PrintWriter err, Map<String, String> environment, FeaturesFactory factory) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.factory = factory;
  }

  /**
   * Adds a command beside {@code papers} and the others.
   *
   * @param name as its annotation has it
   * @param command makes an {@link Action}, or a {@link CommandLine} with commands below it, when
   *     it is needed
   */
  public CommandLineProgram add(String name, Supplier<?> command) {
    tree.add(name, command);
    return this;
  }

  /**
   * Says that standard error is read by somebody at a terminal, who is shown how far things are.
   */
  public CommandLineProgram atTerminal(boolean isTerminal) {
    terminal = isTerminal;
    return this;
  }

  /** Says where configuration and data are when neither arguments nor environment do. */
  public CommandLineProgram at(UsualPlaces places) {
    usual = places;
    return this;
  }

  /** All commands, as {@code --help} tells them. */
  public CommandLine commands() {
    return prepared(tree.all(new OffprintCommand()));
  }

  /**
   * Runs one command.
   *
   * @return 0 done, 1 failed, 2 wrong usage or configuration
   */
  public int run(String... arguments) {
    List<String> given = List.of(arguments);
    if (given.equals(List.of("--version")) || given.equals(List.of("-V"))) {
      new Console(out, err, false, terminal).answer(Version.answer());
      return ExitCode.DONE;
    }
    if (given.stream().anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)) {
      return fail(
          new Console(out, err, given.contains("--json"), terminal),
          CommandFailure.wrongUsage(
              "an argument has letters that Java cannot read in this locale; run it with"
                  + " LC_ALL=C.UTF-8"));
    }
    OffprintCommand root = new OffprintCommand();
    ParseResult named = parsedByNamed(root, given);
    if (named != null) {
      return run(root, named);
    }
    OffprintCommand fresh = new OffprintCommand();
    try {
      return run(fresh, prepared(tree.all(fresh)).parseArgs(arguments));
    } catch (ParameterException e) {
      return fail(new Console(out, err, given.contains("--json"), terminal), UsageProblem.of(e));
    }
  }

  /**
   * What the arguments mean to the commands that they name; null when that is nothing. What is
   * wrong with them is then told by somebody who knows all commands.
   */
  private @Nullable ParseResult parsedByNamed(OffprintCommand root, List<String> arguments) {
    if (!tree.mayDoWithNamed(arguments)) {
      return null;
    }
    try {
      ParseResult parsed =
          prepared(tree.named(root, arguments)).parseArgs(arguments.toArray(String[]::new));
      return parsed.hasSubcommand() ? parsed : null;
    } catch (ParameterException e) {
      return null;
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
      case Action<?> action -> act(anyPart(action), root, console);
      default -> {
        if (!root.json) {
          last.commandSpec().commandLine().usage(err);
          err.println();
        }
        yield fail(console, UsageProblem.commandMissing(last.commandSpec()));
      }
    };
  }

  /** Whatever part of the features it works with, all of them will do. */
  @SuppressWarnings("unchecked")
  private static Action<Features> anyPart(Action<?> action) {
    return (Action<Features>) action;
  }

  private int act(Action<Features> action, OffprintCommand root, Console console) {
    CommandResult answer;
    try (Features features = factory.create(root.options(environment, usual))) {
      if (!action.begins()) {
        features.beginNothing();
      }
      answer = action.act(features, console);
      if (action instanceof ContinuedAction<Features> || answer.isReadLate()) {
        console.answer(answer);
      }
      if (action instanceof ContinuedAction<Features> continued) {
        goOn(continued, features, console);
      }
    } catch (RuntimeException e) {
      return fail(console, Failures.explain(e));
    }
    if (!(action instanceof ContinuedAction<Features>) && !answer.isReadLate()) {
      console.answer(answer);
    }
    return answer.failed() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static void goOn(ContinuedAction<Features> action, Features features, Console console) {
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

  private CommandLine prepared(CommandLine commands) {
    commands.setOut(out);
    commands.setErr(err);
    commands.setExpandAtFiles(false);
    commands.setAllowOptionsAsOptionParameters(false);
    Converters.register(commands);
    HelpLayout.apply(commands);
    return commands;
  }
}
