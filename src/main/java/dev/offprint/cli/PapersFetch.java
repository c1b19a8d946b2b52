package dev.offprint.cli;

import dev.offprint.cli.Features.PaperSource;
import dev.offprint.config.Nearest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in papers from where they are announced. */
@Command(
    name = "fetch",
    description = "Take in a day's papers from sources on the network.",
    footer = {"", "Example:", "  offprint papers fetch huggingface --date yesterday"})
final class PapersFetch implements Action {
  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Sources to ask, such as huggingface; else every one that is enabled.")
  List<String> names = List.of();

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "Day to ask for, as YYYY-MM-DD, today or yesterday; else today.")
  @Nullable Day day;

  @Override
  public Answer act(Features features, Console console) {
    Map<String, PaperSource> sources = features.sources();
    List<String> asked = names.isEmpty() ? enabled(sources) : names;
    asked.forEach(name -> check(name, sources));
    LocalDate wanted = day == null ? Day.today(features) : day.in(features);
    Intakes intakes = new Intakes("source", features.papers(), console);
    for (String name : asked) {
      PaperSource source = java.util.Objects.requireNonNull(sources.get(name));
      intakes.take(name, source.fetch(wanted));
      source.kept();
    }
    return intakes.answer();
  }

  private static List<String> enabled(Map<String, PaperSource> sources) {
    List<String> enabled =
        sources.keySet().stream()
            .filter(name -> java.util.Objects.requireNonNull(sources.get(name)).enabled())
            .sorted()
            .toList();
    if (enabled.isEmpty()) {
      throw CommandFailure.failed(
          "no source is enabled; enable one in the configuration, or name one of "
              + String.join(", ", sources.keySet()));
    }
    return enabled;
  }

  private static void check(String name, Map<String, PaperSource> sources) {
    if (!sources.containsKey(name)) {
      throw CommandFailure.wrongUsage(
          "there is no source %s; %s"
              .formatted(
                  Text.quoted(name),
                  Nearest.to(name, sources.keySet())
                      .map("did you mean '%s'?"::formatted)
                      .orElse("there are: " + String.join(", ", sources.keySet()))));
    }
  }
}
