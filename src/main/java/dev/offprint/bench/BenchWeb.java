package dev.offprint.bench;

import dev.offprint.bench.BenchPages.Load;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperFeatures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the public pages. */
@Command(
    name = "web",
    description =
        "Ask for the public pages over 64 connections at once, with made-up papers and subscribers"
            + " in a temporary folder, and say how many were answered a second, as JSON.",
    footer = {
      "",
      "It needs the program wrk. With --smtp a run of editions is sent all the while, to a server",
      "that throws everything away, never to a real relay. Postfix has one:",
      "",
      "Example:",
      "  smtp-sink 127.0.0.1:2525 1000 &",
      "  OFFPRINT_JAVA_OPTIONS=-Xmx256m offprint bench web --subscribers 100000 --papers 10000 \\",
      "    --smtp 127.0.0.1:2525"
    })
final class BenchWeb implements Action<PaperFeatures> {
  private static final int MOST_SUBSCRIBERS = 1_000_000;
  private static final int MOST_PAPERS = 99_999;
  private static final int LONGEST = 600;

  private final Path home;
  private final InstantSource clock;

  BenchWeb(Path home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
  }

  @Option(
      names = "--subscribers",
      required = true,
      paramLabel = "N",
      description = "How many subscribers there are.")
  int subscribers;

  @Option(
      names = "--papers",
      required = true,
      paramLabel = "N",
      description = "How many papers there are, 100 of each day.")
  int papers;

  @Option(
      names = "--smtp",
      converter = SinkAddress.Converter.class,
      paramLabel = "HOST:PORT",
      description =
          "Send editions meanwhile, to where a server takes mail without encryption and throws it"
              + " away.")
  @Nullable SinkAddress smtp;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "How long each page is asked for, after as long again to warm up; else 10.")
  int seconds;

  @Option(names = "--words-only", description = "Leave matching by meaning out.")
  boolean wordsOnly;

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    BenchCommand.within("--subscribers", subscribers, MOST_SUBSCRIBERS);
    BenchCommand.within("--papers", papers, MOST_PAPERS);
    BenchCommand.within("--seconds", seconds, LONGEST);
    Document document =
        new BenchPages(home, clock)
            .measure(
                new Load(subscribers, papers, smtp, Duration.ofSeconds(seconds), !wordsOnly),
                console);
    return BenchCommand.result(document, console);
  }
}
