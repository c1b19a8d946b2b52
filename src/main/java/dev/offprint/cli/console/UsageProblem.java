package dev.offprint.cli.console;

import dev.offprint.config.Nearest;
import java.util.List;
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
        "'%s' needs a command: %s"
            .formatted(group.qualifiedName(), String.join(", ", group.subcommands().keySet())));
  }

  private static String unmatched(UnmatchedArgumentException problem, CommandSpec command) {
    String argument = problem.getUnmatched().getFirst();
    String name = command.qualifiedName();
    if (problem.isUnknownOption()) {
      String option = argument.replaceFirst("=.*", "");
      return "'%s' has no option %s%s"
          .formatted(
              name,
              Text.quoted(option),
              hint(Nearest.to(option, command.optionsMap().keySet()), name));
    }
    if (command.subcommands().isEmpty()) {
      return "'%s' does not take %s here; see '%s --help'"
          .formatted(name, Text.quoted(argument), name);
    }
    return "'%s' has no command %s%s"
        .formatted(
            name,
            Text.quoted(argument),
            hint(Nearest.to(argument, command.subcommands().keySet()), name));
  }

  private static String hint(Optional<String> nearest, String command) {
    return nearest
        .map("; did you mean '%s'?"::formatted)
        .orElse("; see '%s --help'".formatted(command));
  }

  private static String missing(List<ArgSpec> missing, CommandSpec command) {
    if (missing.getFirst() instanceof OptionSpec option) {
      return "%s needs its %s; see '%s --help'"
          .formatted(option.longestName(), option.paramLabel(), command.qualifiedName());
    }
    return "'%s' needs %s; see '%s --help'"
        .formatted(
            command.qualifiedName(),
            missing.stream().map(UsageProblem::label).collect(Collectors.joining(" and ")),
            command.qualifiedName());
  }

  private static String other(ParameterException problem, CommandSpec command) {
    ArgSpec argument = problem.getArgSpec();
    if (problem.getCause() instanceof TypeConversionException reason && argument != null) {
      return "%s %s: %s"
          .formatted(
              label(argument),
              Text.quoted(String.valueOf(problem.getValue())),
              reason.getMessage());
    }
    return "%s; see '%s --help'"
        .formatted(Text.oneLine(String.valueOf(problem.getMessage())), command.qualifiedName());
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
