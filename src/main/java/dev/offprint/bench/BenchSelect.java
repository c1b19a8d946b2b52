package dev.offprint.bench;

import dev.offprint.bench.BenchDay.Load;
import dev.offprint.bench.BenchDay.Range;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.subscribers.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures planning a day for many subscribers. */
@Command(
    name = "select",
    description =
        "Plan a whole day for made-up subscribers, through a database in a temporary folder, and"
            + " say what it took, as JSON.",
    footer = {
      "",
      "The day with most papers is planned, with 1,000 of its papers. Interests are words,",
      "phrases, authors and categories of papers of the other days. Some are far more popular",
      "than others: the one at place r is drawn in proportion to 1/r.",
      "",
      "Example:",
      "  OFFPRINT_JAVA_OPTIONS=-Xmx512m offprint bench select --subscribers 100000 \\",
      "    --papers days/*.json.gz --words-only"
    })
final class BenchSelect implements Action<PaperFeatures> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:\\.\\.(\\d{1,3}))?");
  private static final int MOST = 10_000_000;

  private final Path home;

  BenchSelect(Path home) {
    this.home = home;
  }

  @Option(
      names = "--subscribers",
      required = true,
      paramLabel = "N",
      description = "How many subscribers to plan for.")
  int subscribers;

  @Option(
      names = "--papers",
      arity = "1..*",
      required = true,
      paramLabel = "FILE",
      description = "Files of papers of at least two days, as papers import takes them.")
  List<Path> papers = List.of();

  @Option(
      names = "--interests-per",
      paramLabel = "A..B",
      defaultValue = "3..8",
      description = "How many interests each has; else 3..8.")
  String interests = "3..8";

  @Option(
      names = "--distinct",
      paramLabel = "M",
      defaultValue = "0",
      description = "Different interests; else a tenth of the subscribers, at least 1000.")
  int distinct;

  @Option(names = "--words-only", description = "Leave matching by meaning out.")
  boolean wordsOnly;

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    BenchCommand.within("--subscribers", subscribers, MOST);
    if (distinct < 0 || distinct > MOST) {
      throw CommandFailure.wrongUsage("--distinct must be 1 to " + MOST);
    }
    Document document =
        new BenchDay(home, features)
            .measure(
                new Load(subscribers, papers, range(interests), distinct, !wordsOnly), console);
    return BenchCommand.result(document, console);
  }

  private static Range range(String text) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      int fewest = Integer.parseInt(range.group(1));
      int most = range.group(2) == null ? fewest : Integer.parseInt(range.group(2));
      if (fewest >= 1 && fewest <= most && most <= Preferences.MAX_INTERESTS) {
        return new Range(fewest, most);
      }
    }
    throw CommandFailure.wrongUsage(
        "--interests-per must be a range such as 3..8, within 1.." + Preferences.MAX_INTERESTS);
  }
}
