package dev.offprint.cli;

import picocli.CommandLine.Command;

/** Groups the commands on mail that came back. */
@Command(
    name = "bounces",
    description = "Take in bounces and complaints.",
    subcommands = {BouncesProcess.class})
final class BouncesCommand {}
