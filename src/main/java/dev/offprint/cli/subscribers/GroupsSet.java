package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.NamedPapers;
import dev.offprint.cli.console.Text;
import dev.offprint.documents.GroupDocument;
import dev.offprint.groups.Group;
import dev.offprint.groups.Group.Access;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a group. */
@Command(
    name = "set",
    description = "Change a group; what is not given stays as it is.",
    footer = {
      "",
      "New interests are all members' at once. Of the other preferences, a new value becomes that",
      "of each member who has the earlier one; whoever chose another keeps it. --interest replaces",
      "all interests. The address of the group's page does not change with its name.",
      "",
      "Examples:",
      "  offprint groups set 'Vision Lab' --add-interest 'depth estimation' --at 08:00",
      "  offprint groups set 'Vision Lab' --access closed"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class GroupsSet implements Action<Features> {
  @Parameters(paramLabel = "GROUP", description = "Name of the group, or as its page has it.")
  String name;

  @Option(names = "--name", paramLabel = "NAME", description = "What it is called from now on.")
  @Nullable String newName;

  @Option(
      names = "--access",
      paramLabel = "ACCESS",
      description = "Who can join: public, unlisted or closed.")
  @Nullable Access access;

  @Option(
      names = "--same-for-all",
      negatable = true,
      description = "Whether to choose the same papers for all members.")
  @Nullable Boolean sameForAll;

  @Mixin PreferenceOptions options = new PreferenceOptions();

  @Option(
      names = "--add-interest",
      paramLabel = "TEXT",
      description = "An interest of all members besides; can be repeated.")
  List<String> added = List.of();

  @Option(
      names = "--remove-interest",
      paramLabel = "TEXT",
      description = "An interest of the group no more; can be repeated.")
  List<Interest> removed = List.of();

  @Override
  public CommandResult act(Features features, Console console) {
    if (newName == null
        && access == null
        && sameForAll == null
        && !options.given()
        && added.isEmpty()
        && removed.isEmpty()) {
      throw CommandFailure.wrongUsage(
          "nothing to change was given; see 'offprint groups set --help'");
    }
    Group before = GroupText.known(features, name);
    Preferences preferences = options.over(before.preferences(), added, removed, features, console);
    Group after = after(before, preferences);
    if (after.sameForAll() && !before.sameForAll()) {
      requireNoOtherEdition(features, after);
    }
    // First the members, so that this can be done again if it is broken off.
    int followed =
        new GroupDefaults(features, console).follow(before, before.preferences(), preferences);
    if (!features.groups().keep(after, features.clock().instant())) {
      throw GroupsAdd.taken(after);
    }
    List<Interest> fresh =
        preferences.interests().stream()
            .filter(interest -> !before.preferences().interests().contains(interest))
            .toList();
    SubscriberText.warnOf(fresh, console);
    new NamedPapers(features, console).fetch(fresh);
    int members = features.groups().sizes().getOrDefault(after.id(), 0);
    return new CommandResult(
        GroupText.describe(features, after, members)
            + (followed == 0
                ? ""
                : String.format(
                    Locale.ROOT,
                    "\n%s had the earlier preferences and %s the new ones.\n",
                    Text.count(followed, "member"),
                    followed == 1 ? "has" : "have")),
        GroupDocument.of(after, members));
  }

  private Group after(Group before, Preferences preferences) {
    try {
      Group named = newName == null ? before : before.named(newName);
      return new Group(
          named.id(),
          named.slug(),
          named.name(),
          Objects.requireNonNullElse(access, before.access()),
          Objects.requireNonNullElse(sameForAll, before.sameForAll()),
          preferences);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private static void requireNoOtherEdition(Features features, Group group) {
    List<Long> members = features.groups().members(group.id());
    long others = 0;
    for (int from = 0; from < members.size(); from += Which.PORTION) {
      others +=
          features
              .groups()
              .of(members.subList(from, Math.min(from + Which.PORTION, members.size())))
              .values()
              .stream()
              .filter(groups -> groups.stream().anyMatch(Group::sameForAll))
              .count();
    }
    if (others > 0) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s in another group whose edition is the same for all its members, and nobody can"
                  + " be in two; nothing was changed",
              others == 1 ? "1 member is" : String.format(Locale.ROOT, "%,d members are", others)));
    }
  }
}
