package dev.offprint.cli.papers;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.ContinuedAction;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.PaperFeatures.ConfiguredSource;
import dev.offprint.cli.console.Text;
import dev.offprint.config.Nearest;
import dev.offprint.sources.FeedSource;
import dev.offprint.sources.Harvest;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in papers from where they are announced. */
@Command(
    name = "fetch",
    description = "Take in a day's papers from sources on the network.",
    footer = {
      "",
      "When a source gives no answer that can be used, the exit code is 1. A record that",
      "cannot be used is set aside with its reason, and the exit code stays 0, as only the",
      "source could mend it.",
      "",
      "Example:",
      "  offprint papers fetch huggingface --date yesterday"
    })
final class PapersFetch implements ContinuedAction<PaperFeatures> {
  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Sources to ask, such as huggingface; else every one that is enabled.")
  List<String> names = List.of();

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description =
          "Day to ask for, as YYYY-MM-DD, today or yesterday; else the latest of each source.")
  @Nullable Day day;

  private final IntakeMeanings meanings = new IntakeMeanings();

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    Map<String, ConfiguredSource> sources = features.sources();
    names.forEach(name -> check(name, sources));
    Intakes intakes = new Intakes("source", console, console::say, false);
    (names.isEmpty() ? sources.keySet() : names)
        .forEach(name -> take(Objects.requireNonNull(sources.get(name)), features, intakes));
    if (names.isEmpty()
        && sources.keySet().stream().noneMatch(name -> name.startsWith(FeedSource.NAME_PREFIX))) {
      intakes.leftOut("feed", "no feeds are configured (sources.feed.feeds)");
    }
    return intakes.answer();
  }

  private void take(ConfiguredSource configured, PaperFeatures features, Intakes intakes) {
    Source source = configured.source();
    if (names.isEmpty() && !configured.enabled()) {
      intakes.leftOut(
          source.name(),
          String.format(Locale.ROOT, "off (sources.%s.enabled)", key(source.name())));
      return;
    }
    LocalDate wanted =
        day == null ? source.days(null, features.clock().instant()).getLast() : day.in(features);
    Harvester.Taken taken = features.harvester().ask(source, wanted);
    Harvest.Counts counts = taken.harvest().counts();
    intakes.tell(source.name(), taken.outcome(), counts.papers(), counts.intake());
    meanings.taken(taken.outcome());
  }

  @Override
  public void goOn(PaperFeatures features, Console console) {
    meanings.goOn(features, console);
  }

  /** All feeds are switched on and off together. */
  private static String key(String name) {
    return name.startsWith(FeedSource.NAME_PREFIX) ? "feed" : name;
  }

  private static void check(String name, Map<String, ConfiguredSource> sources) {
    if (!sources.containsKey(name)) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT,
              "there is no source %s; %s",
              Text.quoted(name),
              Nearest.to(name, sources.keySet())
                  .map(near -> String.format(Locale.ROOT, "did you mean '%s'?", near))
                  .orElse("there are: " + String.join(", ", sources.keySet()))));
    }
  }
}
