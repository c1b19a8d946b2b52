package dev.offprint.cli;

import dev.offprint.cli.console.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help is laid out: commands in groups, and the options that all have below a command's own.
 */
final class HelpLayout {
  private static final int WIDTH = 88;

  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("Start here", List.of("demo", "config"));
    GROUPS.put("Every day", List.of("serve", "run", "preview", "status"));
    GROUPS.put("What it works on", List.of("papers", "subscribers", "deliveries"));
  }

  private static final List<String> SECTIONS =
      List.of(
          UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST,
          UsageMessageSpec.SECTION_KEY_FOOTER);

  private HelpLayout() {}

  static void apply(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH);
    usage.sortOptions(false);
    usage.abbreviateSynopsis(true);
    usage.sectionKeys(SECTIONS);
    command.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, help -> synopsis(command) + "\n");
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, HelpLayout::parameters);
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::commands);
    command.getSubcommands().values().forEach(HelpLayout::apply);
  }

  static String synopsis(CommandLine command) {
    StringBuilder synopsis = new StringBuilder(command.getCommandSpec().qualifiedName());
    command.getCommandSpec().positionalParameters().stream()
        .map(HelpLayout::label)
        .forEach(label -> synopsis.append(' ').append(label));
    synopsis.append(command.getSubcommands().isEmpty() ? "" : " COMMAND");
    return synopsis.append(" [OPTION...]").toString();
  }

  private static String label(PositionalParamSpec parameter) {
    String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
    return parameter.required() ? label : "[" + label + "]";
  }

  private static String parameters(Help help) {
    String list = help.parameterList();
    return list.isEmpty() ? "" : "\nArguments:\n" + list;
  }

  private static String options(Help help) {
    List<OptionSpec> all = help.commandSpec().options();
    List<OptionSpec> own = all.stream().filter(option -> !everywhere(option)).toList();
    List<OptionSpec> shared = all.stream().filter(HelpLayout::everywhere).toList();
    return section(help, "Options", own) + section(help, "Options of every command", shared);
  }

  static boolean everywhere(OptionSpec option) {
    return option.scopeType() == CommandLine.ScopeType.INHERIT;
  }

  private static String section(Help help, String heading, List<OptionSpec> options) {
    if (options.isEmpty()) {
      return "";
    }
    return "\n" + heading + ":\n" + help.optionListExcludingGroups(options);
  }

  private static String commands(Help help) {
    Map<String, Help> all = help.subcommands();
    if (all.isEmpty()) {
      return "";
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>(all.keySet());
    GROUPS.forEach(
        (heading, names) -> {
          groups.put(heading, names.stream().filter(rest::contains).toList());
          rest.removeAll(names);
        });
    groups.put(rest.size() == all.size() ? "Commands" : "Also", rest);
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (heading, names) -> {
          if (!names.isEmpty()) {
            text.append('\n').append(heading).append(":\n");
            names.forEach(name -> text.append(line(name, Objects.requireNonNull(all.get(name)))));
          }
        });
    return text.toString();
  }

  private static String line(String name, Help command) {
    String description = String.join(" ", command.commandSpec().usageMessage().description());
    return String.format(
        Locale.ROOT,
        "  %-13s %s\n",
        name,
        String.join("\n" + " ".repeat(16), Text.wrap(description, WIDTH - 16)));
  }
}
