package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.documents.GroupDocument;
import dev.offprint.groups.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one group. */
@Command(
    name = "show",
    description = "Show what a group's members have from it, and where people join.",
    footer = {"", "'offprint subscribers list --group GROUP' shows its members."})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class GroupsShow implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "GROUP", description = "Name of the group, or as its page has it.")
  String name;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Group group = GroupText.known(features, name);
    int members = features.groups().sizes().getOrDefault(group.id(), 0);
    return new CommandResult(
        GroupText.describe(features, group, members), GroupDocument.of(group, members));
  }
}
