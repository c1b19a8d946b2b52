package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Table;
import dev.offprint.cli.console.Text;
import dev.offprint.documents.GroupDocument;
import dev.offprint.groups.Group;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows every group. */
@Command(name = "list", description = "Show every group, by name.")
final class GroupsList implements Action<SubscriberFeatures> {
  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    List<Group> all = features.groups().all();
    Map<Long, Integer> sizes = features.groups().sizes();
    Table table = new Table("NAME", "MEMBERS", "ACCESS", "EDITION", "INTERESTS");
    for (Group group : all) {
      table.row(
          group.name(),
          Integer.toString(sizes.getOrDefault(group.id(), 0)),
          Text.word(group.access()),
          group.sameForAll() ? "same for all" : "own",
          Integer.toString(group.preferences().interests().size()));
    }
    return new CommandResult(
        all.isEmpty() ? "There are no groups; 'offprint groups add' adds one." : table.toString(),
        all.stream()
            .map(group -> GroupDocument.of(group, sizes.getOrDefault(group.id(), 0)))
            .toList());
  }
}
