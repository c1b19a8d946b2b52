package dev.offprint.cli.deliveries;

import picocli.CommandLine.Command;

/** Groups the commands on deliveries. */
@Command(
    name = "deliveries",
    description = "See what was mailed to whom, what was not, and why.",
    subcommands = {
      DeliveriesList.class,
      DeliveriesShow.class,
      DeliveriesExplain.class,
      DeliveriesRetry.class,
      DeliveriesResend.class
    },
    footer = {
      "",
      "Examples:",
      "  offprint deliveries explain ada@example.org",
      "  offprint deliveries list --status deferred",
      "  offprint deliveries retry --date today"
    })
public final class DeliveriesCommand {}
