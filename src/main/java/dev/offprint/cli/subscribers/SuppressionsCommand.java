package dev.offprint.cli.subscribers;

import picocli.CommandLine.Command;

/** Groups the commands on addresses that must not be mailed. */
@Command(
    name = "suppressions",
    description = "See and change which addresses must not be mailed.",
    subcommands = {
      SuppressionsList.class,
      SuppressionsAdd.class,
      SuppressionsRemove.class,
      SuppressionsImport.class,
      SuppressionsExport.class
    },
    footer = {
      "",
      "Examples:",
      "  offprint suppressions add ada@example.org --reason \"asked by telephone\"",
      "  offprint suppressions export > suppressions.csv"
    })
public final class SuppressionsCommand {}
