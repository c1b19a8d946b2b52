package dev.offprint.bench;

import dev.offprint.bench.BenchDelivery.Load;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperFeatures;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures sending a day's editions. */
@Command(
    name = "deliver",
    description =
        "Plan, render and send a different edition of ten papers to each of many made-up"
            + " subscribers, with the ledger in a temporary folder, and say what it took, as JSON.",
    footer = {
      "",
      "Send them to a server that throws everything away, never to a real relay. Postfix has one:",
      "",
      "Example:",
      "  smtp-sink 127.0.0.1:2525 1000 &",
      "  offprint bench deliver --subscribers 10000 --smtp 127.0.0.1:2525 --compare"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class BenchDeliver implements Action<PaperFeatures> {
  private static final int MOST = 1_000_000;
  private static final int MOST_CONNECTIONS = 64;

  private final Path home;

  BenchDeliver(Path home) {
    this.home = home;
  }

  @Option(
      names = "--subscribers",
      required = true,
      paramLabel = "N",
      description = "How many subscribers to send to.")
  int subscribers;

  @Option(
      names = "--smtp",
      converter = SinkAddress.Converter.class,
      required = true,
      paramLabel = "HOST:PORT",
      description = "Where a server takes mail without encryption and throws it away.")
  SinkAddress smtp;

  @Option(
      names = "--connections",
      paramLabel = "C",
      defaultValue = "4",
      description = "Connections held to it at once; else 4.")
  int connections;

  @Option(names = "--sign", description = "Sign each with an RSA key of 2,048 bits.")
  boolean sign;

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "",
      description = "An empty PostgreSQL to use, jdbc:postgresql:…; else H2 in the folder.")
  String database = "";

  @Option(
      names = "--compare",
      description = "Measure Postfix's smtp-source before and after, if it is installed.")
  boolean compare;

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    BenchCommand.within("--subscribers", subscribers, MOST);
    BenchCommand.within("--connections", connections, MOST_CONNECTIONS);
    Document document =
        new BenchDelivery(home)
            .measure(new Load(subscribers, smtp, connections, sign, database, compare), console);
    return BenchCommand.result(document, console);
  }
}
