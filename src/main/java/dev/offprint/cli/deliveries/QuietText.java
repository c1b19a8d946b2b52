package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperText;
import dev.offprint.cli.console.Text;
import dev.offprint.selection.NearMiss;
import dev.offprint.selection.QuietInterest;
import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Interests that bring nothing, and what came nearest, as the terminal and JSON show them. */
final class QuietText {
  private QuietText() {}

  /** What came nearest to each; empty when there are none. */
  static String of(List<QuietInterest> quiet) {
    if (quiet.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nNothing in the papers of these days matches\n");
    for (QuietInterest each : quiet) {
      text.append("\n  ").append(each.interest().line()).append('\n');
      if (each.misses().isEmpty()) {
        text.append("    Nothing came near.\n");
      }
      each.misses().forEach(miss -> text.append(PaperText.indented(lines(miss))));
    }
    return text.toString();
  }

  private static List<String> lines(NearMiss miss) {
    return Text.wrap(
        String.format(
            Locale.ROOT,
            "Nearest: %s (%s): %s%s.",
            Text.cut(miss.paper().shownTitle(), 2 * Text.WIDTH),
            miss.paper().id(),
            miss.why(),
            miss.inBroad() ? "; with --reach broad it would come" : ""),
        Text.WIDTH - 4);
  }

  /** Those that brought nothing for long, as a sentence for each with what to do. */
  static List<String> forLong(List<QuietInterest> quiet, Set<Interest> silent) {
    return quiet.stream()
        .filter(each -> silent.contains(each.interest()))
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "%s has brought nothing for two weeks; %s.",
                    Text.quoted(each.interest().text()),
                    suggestion(each)))
        .toList();
  }

  private static String suggestion(QuietInterest quiet) {
    if (quiet.inBroad() > 0) {
      return String.format(
          Locale.ROOT,
          "'%s ~broad' would bring %s",
          quiet.interest().text(),
          Text.count(quiet.inBroad(), "paper"));
    }
    return quiet.misses().isEmpty()
        ? "nothing comes near it: try fewer or other words"
        : "the nearest paper is no match because " + quiet.misses().getFirst().why();
  }

  static List<Document> documents(List<QuietInterest> quiet) {
    return quiet.stream()
        .map(
            each ->
                new Document()
                    .with("interest", each.interest().line())
                    .with("nearest", each.misses().stream().map(QuietText::document).toList()))
        .toList();
  }

  private static Document document(NearMiss miss) {
    return new Document()
        .with("id", miss.paper().id().value())
        .with("title", miss.paper().shownTitle())
        .with("why", miss.why())
        .with("in_broad", miss.inBroad());
  }
}
