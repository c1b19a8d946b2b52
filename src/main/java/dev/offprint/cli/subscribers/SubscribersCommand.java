package dev.offprint.cli.subscribers;

import picocli.CommandLine.Command;

/** Groups the commands on subscribers. */
@Command(
    name = "subscribers",
    description = "Add subscribers, change what they get, and let them go.",
    subcommands = {
      SubscribersAdd.class,
      SubscribersList.class,
      SubscribersShow.class,
      SubscribersSet.class,
      SubscribersPause.class,
      SubscribersResume.class,
      SubscribersRemove.class,
      SubscribersErase.class,
      SubscribersImport.class,
      SubscribersExport.class
    },
    footer = {
      "",
      "Examples:",
      "  offprint subscribers add ada@example.org --trending --max 5",
      "  offprint subscribers set ada@example.org --at 18:30 --days mon-fri",
      "  offprint subscribers list"
    })
public final class SubscribersCommand {}
