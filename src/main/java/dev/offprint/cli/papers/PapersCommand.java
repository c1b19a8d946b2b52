package dev.offprint.cli.papers;

import picocli.CommandLine.Command;

/** Groups the commands on papers. */
@Command(
    name = "papers",
    description = "Take papers in, search them and look at them.",
    subcommands = {
      PapersImport.class,
      PapersFetch.class,
      PapersSearch.class,
      PapersTrending.class,
      PapersShow.class
    },
    footer = {
      "",
      "Examples:",
      "  offprint papers fetch huggingface --date yesterday",
      "  offprint papers import 2024-05-27.json more.jsonl",
      "  offprint papers search \"mixture of experts\""
    })
public final class PapersCommand {}
