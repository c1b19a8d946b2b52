package dev.offprint.cli.console;

import dev.offprint.config.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and what was probably meant. */
public final class UsageProblem {
  private UsageProblem() {}

  public static CommandFailure of(ParameterException problem) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    return CommandFailure.wrongUsage(
        switch (problem) {
          case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
          case MissingParameterException missing when !missing.getMissing().isEmpty() ->
              missing(missing.getMissing(), command);
          default -> other(problem, command);
        });
  }

  public static CommandFailure commandMissing(CommandSpec group) {
    return CommandFailure.wrongUsage(
        String.format(
            Locale.ROOT,
            "'%s' needs a command: %s",
            group.qualifiedName(),
            String.join(", ", group.subcommands().keySet())));
  }

  private static String unmatched(UnmatchedArgumentException problem, CommandSpec command) {
    String argument = problem.getUnmatched().getFirst();
    String name = command.qualifiedName();
    if (problem.isUnknownOption()) {
      String option = argument.replaceFirst("=.*", "");
      return String.format(
          Locale.ROOT,
          "'%s' has no option %s%s",
          name,
          Text.quoted(option),
          hint(Nearest.to(option, command.optionsMap().keySet()), name));
    }
    if (command.subcommands().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "'%s' does not take %s here; see '%s --help'",
          name,
          Text.quoted(argument),
          name);
    }
    return String.format(
        Locale.ROOT,
        "'%s' has no command %s%s",
        name,
        Text.quoted(argument),
        hint(Nearest.to(argument, command.subcommands().keySet()), name));
  }

  private static String hint(Optional<String> nearest, String command) {
    return nearest
        .map(near -> String.format(Locale.ROOT, "; did you mean '%s'?", near))
        .orElse(String.format(Locale.ROOT, "; see '%s --help'", command));
  }

  private static String missing(List<ArgSpec> missing, CommandSpec command) {
    if (missing.getFirst() instanceof OptionSpec option) {
      return String.format(
          Locale.ROOT,
          "%s needs its %s; see '%s --help'",
          option.longestName(),
          option.paramLabel(),
          command.qualifiedName());
    }
    return String.format(
        Locale.ROOT,
        "'%s' needs %s; see '%s --help'",
        command.qualifiedName(),
        missing.stream().map(UsageProblem::label).collect(Collectors.joining(" and ")),
        command.qualifiedName());
  }

  private static String other(ParameterException problem, CommandSpec command) {
    ArgSpec argument = problem.getArgSpec();
    if (problem.getCause() instanceof TypeConversionException reason && argument != null) {
      return String.format(
          Locale.ROOT,
          "%s %s: %s",
          label(argument),
          Text.quoted(String.valueOf(problem.getValue())),
          reason.getMessage());
    }
    return String.format(
        Locale.ROOT,
        "%s; see '%s --help'",
        Text.oneLine(String.valueOf(problem.getMessage())),
        command.qualifiedName());
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
