package dev.offprint.cli.papers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Limit;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.PaperText;
import dev.offprint.documents.PaperDocument;
import dev.offprint.papers.Candidate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what many people are interested in. */
@Command(
    name = "trending",
    description = "Show the papers that are popular on a day, the most popular first.")
final class PapersTrending implements Action<PaperFeatures> {
  /** How far back to look for a day that has papers, when the asked one has none. */
  private static final int LOOK_BACK = 30;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "Day to show, as YYYY-MM-DD, today or yesterday; else today.")
  @Nullable Day day;

  @Mixin Limit limit = new Limit();

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    LocalDate wanted = day == null ? Day.today(features) : day.in(features);
    List<Candidate> found = features.trending(wanted, limit.papers());
    return new CommandResult(
        found.isEmpty() ? nothing(features, wanted) : PaperText.list(found, false),
        found.stream().map(PaperDocument::of).toList());
  }

  private static String nothing(PaperFeatures features, LocalDate wanted) {
    return features.papers().announced(wanted.minusDays(LOOK_BACK), wanted.minusDays(1)).stream()
        .findFirst()
        .map(latest -> latest.paper().dates().announced())
        .map(
            day ->
                String.format(
                    Locale.ROOT, "No papers are known for %s; try --date %s.", wanted, day))
        .orElse(String.format(Locale.ROOT, "No papers are known for %s.", wanted));
  }
}
