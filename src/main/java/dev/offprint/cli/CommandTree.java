package dev.offprint.cli;

import dev.offprint.cli.deliveries.DeliveriesCommand;
import dev.offprint.cli.deliveries.PauseCommand;
import dev.offprint.cli.deliveries.PreviewCommand;
import dev.offprint.cli.deliveries.ResumeCommand;
import dev.offprint.cli.deliveries.RunCommand;
import dev.offprint.cli.papers.MatchCommand;
import dev.offprint.cli.papers.PapersCommand;
import dev.offprint.cli.subscribers.GroupsCommand;
import dev.offprint.cli.subscribers.SubscribersCommand;
import dev.offprint.cli.subscribers.SuppressionsCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands below {@code offprint}, by name. Reading the annotations of all of them takes longer
 * than most commands do, so those that the arguments do not name can be left out.
 */
final class CommandTree {
  private static final Set<String> HELP = Set.of("-h", "--help");

  private final Map<String, Supplier<?>> commands = new LinkedHashMap<>();

  CommandTree() {
    commands.put("run", RunCommand::new);
    commands.put("preview", PreviewCommand::new);
    commands.put("papers", PapersCommand::new);
    commands.put("match", MatchCommand::new);
    commands.put("subscribers", SubscribersCommand::new);
    commands.put("groups", GroupsCommand::new);
    commands.put("deliveries", DeliveriesCommand::new);
    commands.put("bounces", BouncesCommand::new);
    commands.put("suppressions", SuppressionsCommand::new);
    commands.put("pause", PauseCommand::new);
    commands.put("resume", ResumeCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("config", ConfigCommand::new);
    commands.put("dkim", DkimCommand::new);
  }

  void add(String name, Supplier<?> command) {
    commands.put(name, command);
  }

  /**
   * Whether the commands that the arguments name may be all that is needed: help tells all of them.
   */
  boolean mayDoWithNamed(List<String> arguments) {
    return arguments.stream().noneMatch(HELP::contains)
        && arguments.stream().anyMatch(commands::containsKey);
  }

  /** The root with the commands whose names are among the arguments, in whatever place. */
  CommandLine named(OffprintCommand root, List<String> arguments) {
    return tree(root, Set.copyOf(arguments));
  }

  CommandLine all(OffprintCommand root) {
    return tree(root, commands.keySet());
  }

  private CommandLine tree(OffprintCommand root, Set<String> names) {
    CommandLine tree = new CommandLine(root);
    commands.forEach(
        (name, command) -> {
          if (names.contains(name)) {
            tree.addSubcommand(name, command.get());
          }
        });
    return tree;
  }
}
