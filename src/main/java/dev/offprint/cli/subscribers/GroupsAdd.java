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
import dev.offprint.subscribers.Preferences;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a group. */
@Command(
    name = "add",
    description = "Add a group, with the interests of its members and what they begin with.",
    footer = {
      "",
      "Without --trending and --interest, members begin with trending papers; with --interest",
      "alone, with the group's papers alone.",
      "",
      "Examples:",
      "  offprint groups add 'Vision Lab' --trending --interest 'image segmentation' --zone"
          + " Europe/Oslo",
      "  offprint groups add 'Course 7' --same-for-all --interest 'graph networks' --max 5 --weekly"
          + " mon"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class GroupsAdd implements Action<Features> {
  @Parameters(paramLabel = "NAME", description = "Name of the group, as its members read it.")
  String name;

  @Option(
      names = "--access",
      paramLabel = "ACCESS",
      description =
          "public: whoever subscribes is shown the page on which people join; unlisted: whoever"
              + " has its address can join; closed, which it is otherwise: only you make members.")
  Access access = Access.CLOSED;

  @Option(
      names = "--same-for-all",
      description =
          "Choose the same papers for all members, by the group's interests and preferences alone."
              + " Nobody can be in two such groups.")
  boolean sameForAll;

  @Mixin PreferenceOptions options = new PreferenceOptions();

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(Features features, Console console) {
    Preferences preferences = options.orUsual(features, console);
    Group group;
    try {
      group = Group.of(name, access, sameForAll, preferences);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
    }
    Group added =
        features.groups().add(group, features.clock().instant()).orElseThrow(() -> taken(group));
    SubscriberText.warnOf(preferences.interests(), console);
    new NamedPapers(features, console).fetch(preferences.interests());
    return new CommandResult(
        "Added a group.\n\n" + GroupText.describe(features, added, 0), GroupDocument.of(added, 0));
  }

  static CommandFailure taken(Group group) {
    return CommandFailure.failed(
        String.format(
            Locale.ROOT,
            "there is a group already that is called %s, or whose page has its address",
            Text.quoted(group.name())));
  }
}
