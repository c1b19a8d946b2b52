package dev.offprint.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page of one command, in the macros of man(7). It says what {@code --help} says: its
 * texts are shown as they are, and examples keep their lines.
 */
public final class ManualPage {
  /** What it reads as bytes, unless each is named by its number. */
  private static final Pattern UNKNOWN_TO_TROFF = Pattern.compile("[^\\p{ASCII}]");

  private final CommandSpec command;
  private final StringBuilder page = new StringBuilder();

  private ManualPage(CommandLine command) {
    this.command = command.getCommandSpec();
  }

  /** What the page is called and its file, without the section, such as offprint-papers-import. */
  public static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  /**
   * The source of the page.
   *
   * @param version of the program
   */
  public static String source(CommandLine command, String version) {
    ManualPage page = new ManualPage(command);
    page.write(version);
    return page.page.toString();
  }

  private void write(String version) {
    String name = command.qualifiedName("-");
    String description = String.join(" ", command.usageMessage().description());
    macro(
        String.format(
            Locale.ROOT,
            "TH %s 1 \"\" \"offprint %s\" \"Offprint\"",
            shown(name.toUpperCase(Locale.ROOT)),
            shown(version)));
    macro("SH NAME");
    text(name + " - " + description.replaceFirst("\\.$", ""));
    macro("SH SYNOPSIS");
    text(HelpLayout.synopsis(command.commandLine()));
    macro("SH DESCRIPTION");
    text(description);
    footer(false);
    commands();
    list("ARGUMENTS", command.positionalParameters());
    list("OPTIONS", options(HelpLayout::everywhere, false));
    list("OPTIONS OF EVERY COMMAND", options(HelpLayout::everywhere, true));
    footer(true);
    seeAlso();
  }

  private List<OptionSpec> options(Predicate<OptionSpec> everywhere, boolean shared) {
    return command.options().stream()
        .filter(option -> !option.hidden() && everywhere.test(option) == shared)
        .toList();
  }

  private void commands() {
    if (command.subcommands().isEmpty()) {
      return;
    }
    macro("SH COMMANDS");
    command
        .subcommands()
        .forEach(
            (name, below) ->
                item(name, String.join(" ", below.getCommandSpec().usageMessage().description())));
  }

  private void list(String heading, List<? extends ArgSpec> arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    macro("SH " + heading);
    for (ArgSpec argument : arguments) {
      item(label(argument), String.join(" ", argument.description()));
    }
  }

  private static String label(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      String names = String.join(", ", option.names());
      return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }
    return argument.paramLabel();
  }

  private void item(String label, String text) {
    macro("TP");
    macro("B " + shown(label));
    text(text);
  }

  /** What stands below the options in {@code --help}: either its examples or all else. */
  private void footer(boolean examples) {
    boolean inExamples = false;
    for (String line : command.usageMessage().footer()) {
      if (line.startsWith("Example")) {
        inExamples = true;
        if (examples) {
          macro("SH EXAMPLES");
          macro("nf");
        }
      } else if (line.isEmpty()) {
        if (inExamples && examples) {
          macro("fi");
        }
        inExamples = false;
        if (!examples) {
          macro("PP");
        }
      } else if (inExamples == examples) {
        text(line.strip());
      }
    }
    if (inExamples && examples) {
      macro("fi");
    }
  }

  private void seeAlso() {
    CommandSpec above = command.parent();
    List<String> pages =
        above == null
            ? command.subcommands().values().stream().map(ManualPage::name).toList()
            : List.of(above.qualifiedName("-"));
    macro("SH SEE ALSO");
    text(String.join(", ", pages.stream().map(page -> page + "(1)").toList()));
  }

  private void macro(String line) {
    page.append('.').append(line).append('\n');
  }

  private void text(String line) {
    page.append(shown(line)).append('\n');
  }

  /** Text that troff shows as it is: no escapes, no macros, and hyphens that can be copied. */
  private static String shown(String text) {
    String escaped =
        UNKNOWN_TO_TROFF
            .matcher(text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq"))
            .replaceAll(
                sign ->
                    Matcher.quoteReplacement(
                        String.format(Locale.ROOT, "\\[u%04X]", sign.group().codePointAt(0))));
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
