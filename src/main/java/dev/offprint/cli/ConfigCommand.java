package dev.offprint.cli;

import picocli.CommandLine.Command;

/** Groups the commands on the configuration. */
@Command(
    name = "config",
    description = "Write a first configuration, check it and show it.",
    subcommands = {ConfigInit.class, ConfigCheck.class, ConfigShow.class})
final class ConfigCommand {}
