package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.console.WordsAlone;
import dev.offprint.documents.ChosenPaperDocument;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.DaySelection;
import dev.offprint.selection.Plan;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows what a run would plan, and writes nothing. */
final class DryRun {
  private final Features features;

  DryRun(Features features) {
    this.features = features;
  }

  CommandResult answer(Map<LocalDate, List<Subscriber>> due, Console console) {
    StringBuilder text = new StringBuilder();
    List<Document> documents = new ArrayList<>();
    due.forEach(
        (day, readers) -> {
          try (DaySelection selection = features.selector().on(day)) {
            WordsAlone.tell(selection, day, features, console);
            for (Subscriber reader : readers) {
              show(day, reader, selection, text, documents);
            }
          }
        });
    text.append("\nNothing was written and nothing was sent.");
    return new CommandResult(text.toString().stripLeading(), documents);
  }

  private void show(
      LocalDate day,
      Subscriber reader,
      DaySelection selection,
      StringBuilder text,
      List<Document> documents) {
    Document document =
        new Document().with("address", reader.address().toString()).with("day", day.toString());
    documents.add(document);
    text.append("\n%s, %s: ".formatted(reader.address(), TimingText.day(day)));
    if (features.ledger().deliveries().edition(reader.id(), day).isPresent()) {
      text.append("planned or skipped already\n");
      document.with("plan", "already");
      return;
    }
    switch (selection.plan(features.readers().of(reader))) {
      case Plan.Nothing nothing -> {
        text.append("nothing, %s\n".formatted(nothing.why()));
        document.with("plan", "nothing").with("reason", nothing.why());
      }
      case Plan.Papers papers -> {
        List<ChosenPaper> chosen = papers.chosen();
        text.append("%s\n".formatted(Text.count(chosen.size(), "paper")));
        text.append(DeliveryText.papers(chosen, day));
        document.with("plan", "papers").with("papers", ChosenPaperDocument.of(chosen, day));
      }
    }
  }
}
