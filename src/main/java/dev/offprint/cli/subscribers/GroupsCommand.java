package dev.offprint.cli.subscribers;

import picocli.CommandLine.Command;

/** Groups the commands on groups. */
@Command(
    name = "groups",
    description = "Look after a lab or a course together: what its members get, and who they are.",
    subcommands = {
      GroupsAdd.class,
      GroupsList.class,
      GroupsShow.class,
      GroupsSet.class,
      GroupsRemove.class
    },
    footer = {
      "",
      "Members get papers for the group's interests beside their own, as long as they are members.",
      "The group's other preferences are what they begin with. 'subscribers add --group' and",
      "'subscribers set --add-group' make members; a group's page lets people join by themselves.",
      "",
      "Examples:",
      "  offprint groups add 'Systems Reading Group' --interest 'consensus protocols' --access"
          + " public",
      "  offprint subscribers set --domain lab.example --add-group 'Systems Reading Group'",
      "  offprint groups show 'Systems Reading Group'"
    })
public final class GroupsCommand {}
