package dev.offprint.cli;

import picocli.CommandLine.Command;

/** Groups the measurements. */
@Command(
    name = "bench",
    description = "Measure this installation on data of its own.",
    subcommands = {BenchSelect.class, BenchDeliver.class, BenchWeb.class})
final class BenchCommand {}
