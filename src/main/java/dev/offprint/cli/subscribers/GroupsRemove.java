package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.groups.Group;
import dev.offprint.groups.Shared;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a group. */
@Command(
    name = "remove",
    description = "Delete a group; its members stay subscribers, without its interests.",
    footer = {"", "There is no way back; at a terminal it asks first, and says what is lost."})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class GroupsRemove implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "GROUP", description = "Name of the group, or as its page has it.")
  String name;

  @Option(names = "--yes", description = "Do not ask first.")
  boolean yes;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Group group = GroupText.known(features, name);
    List<Long> members = features.groups().members(group.id());
    int nothing = withNothing(features, group, members);
    String loss = loss(group, members.size(), nothing);
    if (!yes && !console.confirms("Delete the group " + group.name() + "? " + loss)) {
      throw CommandFailure.failed("nothing was deleted");
    }
    features.groups().remove(group.id());
    return new CommandResult(
        group.name() + " is deleted. " + loss,
        new Document()
            .with("name", group.name())
            .with("removed", true)
            .with("members", members.size())
            .with("interests", group.preferences().interests().size())
            .with("members_without_anything", nothing));
  }

  private static String loss(Group group, int members, int nothing) {
    if (members == 0) {
      return "It has no members.";
    }
    String lost =
        group.sameForAll()
            ? "its edition and get their own again"
            : "its " + Text.count(group.preferences().interests().size(), "interest");
    return Text.count(members, "member")
        + (members == 1 ? " loses " : " lose ")
        + (members == 1 ? lost.replace("and get their", "and gets its") : lost)
        + (nothing == 0
            ? "."
            : String.format(
                Locale.ROOT,
                "; %,d of them %s nothing else, and %s no mail until that changes.",
                nothing,
                nothing == 1 ? "wants" : "want",
                nothing == 1 ? "gets" : "get"));
  }

  /** How many get nothing without the group. */
  private static int withNothing(SubscriberFeatures features, Group group, List<Long> members) {
    int nothing = 0;
    for (int from = 0; from < members.size(); from += Which.PORTION) {
      List<Long> portion = members.subList(from, Math.min(from + Which.PORTION, members.size()));
      Map<Long, List<Group>> groups = features.groups().of(portion);
      for (Subscriber member : features.subscribers().all(portion)) {
        List<Group> others =
            groups.getOrDefault(member.id(), List.of()).stream()
                .filter(other -> other.id() != group.id())
                .toList();
        if (member.preferences().isNothing() && Shared.of(others).equals(Shared.NONE)) {
          nothing++;
        }
      }
    }
    return nothing;
  }
}
