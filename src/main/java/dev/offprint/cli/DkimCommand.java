package dev.offprint.cli;

import picocli.CommandLine.Command;

/** Groups the commands on the keys that sign mail. */
@Command(
    name = "dkim",
    description = "Make the keys that sign mails, and show what DNS must hold of them.",
    subcommands = {DkimInit.class, DkimShow.class},
    footer = {
      "",
      "Examples:",
      "  offprint dkim init                           make a key, and see what to do with it",
      "  offprint dkim init --algorithm ed25519       a second one, beside the first",
      "  offprint dkim init --selector offprint-2027  one that takes over from the first",
      "  offprint dkim show                           see the records for DNS again"
    })
final class DkimCommand {}
