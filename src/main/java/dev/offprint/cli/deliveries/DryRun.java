package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.console.WordsAlone;
import dev.offprint.documents.ChosenPaperDocument;
import dev.offprint.planning.Readership;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.DaySelection;
import dev.offprint.selection.Plan;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what a run would plan, and writes nothing. */
final class DryRun {
  /** The papers of so many are read; of more, a line each. */
  private static final int MOST_IN_FULL = 10;

  /** So many lines are looked at; what is beyond is only counted. */
  private static final int MOST_LINES = 50;

  private final Features features;
  private final Map<LocalDate, Optional<Readership.Waiting>> limits = new TreeMap<>();
  private final WaitingReaders waiting = new WaitingReaders();
  private int editions;
  private int papersInAll;
  private int nothingToSay;
  private int already;
  private int lines;

  DryRun(Features features) {
    this.features = features;
  }

  CommandResult answer(Map<LocalDate, List<Subscriber>> due, Console console) {
    StringBuilder text = new StringBuilder();
    List<Document> documents = new ArrayList<>();
    int all = due.values().stream().mapToInt(List::size).sum();
    boolean inFull = all <= MOST_IN_FULL;
    LocalDate earliest = features.ledger().deliveries().retainedSince().orElse(LocalDate.MIN);
    due.forEach(
        (day, readers) -> {
          DaySelection selection = features.selector().on(day, earliest);
          WordsAlone.tell(selection, day, features, console);
          for (Subscriber reader : readers) {
            show(day, reader, selection, inFull, text, documents);
          }
        });
    if (lines > MOST_LINES) {
      text.append(
          String.format(
              Locale.ROOT,
              "… and %,d more; --json has all, --subscriber EMAIL shows one with the papers.%n",
              lines - MOST_LINES));
    }
    text.append(waiting.lines());
    text.append(
        String.format(
            Locale.ROOT,
            "%n%s%s with %s in all, %,d with nothing to say, %,d planned or skipped already%s.%n",
            places(),
            Text.count(editions, "edition"),
            Text.count(papersInAll, "paper"),
            nothingToSay,
            already,
            waiting.count() == 0 ? "" : "; " + Text.count(waiting.count(), "waits", "wait")));
    text.append("Nothing was written and nothing was sent.");
    return new CommandResult(text.toString().stripLeading(), documents);
  }

  /** How many may be mailed, on each day on which somebody waits. */
  private String places() {
    return waiting.count() == 0
        ? ""
        : limits.entrySet().stream()
            .filter(limit -> limit.getValue().isPresent())
            .map(Map.Entry::getKey)
            .map(
                day ->
                    Text.count(features.readership().limit().on(day), "place")
                        + " on "
                        + TimingText.day(day))
            .collect(Collectors.joining(", ", "", ": "));
  }

  private void show(
      LocalDate day,
      Subscriber reader,
      DaySelection selection,
      boolean inFull,
      StringBuilder text,
      List<Document> documents) {
    Document document =
        new Document().with("address", reader.address().toString()).with("day", day.toString());
    documents.add(document);
    String line = show(day, reader, selection, inFull, document);
    if (line == null) {
      return;
    }
    if (inFull || ++lines <= MOST_LINES) {
      text.append(inFull ? "\n" : "")
          .append(
              String.format(
                  Locale.ROOT, "%s, %s: %s%n", reader.address(), TimingText.day(day), line));
    }
  }

  /** What one would get, in words and as JSON; null of those who are told in one line. */
  private @Nullable String show(
      LocalDate day, Subscriber reader, DaySelection selection, boolean inFull, Document document) {
    if (features.ledger().deliveries().edition(reader.id(), day).isPresent()) {
      already++;
      document.with("plan", "already");
      return "planned or skipped already";
    }
    Optional<String> waits =
        limits
            .computeIfAbsent(day, features.readership()::waiting)
            .filter(those -> those.includes(reader.id()))
            .map(Readership.Waiting::why);
    if (waits.isPresent()) {
      waiting.add(waits.get());
      document.with("plan", "waits").with("reason", waits.get());
      return null;
    }
    return switch (selection.plan(features.readers().of(reader))) {
      case Plan.Nothing nothing -> {
        nothingToSay++;
        document.with("plan", "nothing").with("reason", nothing.why());
        yield "nothing, " + nothing.why();
      }
      case Plan.Papers papers -> {
        List<ChosenPaper> chosen = papers.chosen();
        editions++;
        papersInAll += chosen.size();
        document.with("plan", "papers").with("papers", ChosenPaperDocument.of(chosen, day));
        String count = Text.count(chosen.size(), "paper");
        yield inFull ? count + "\n" + DeliveryText.papers(chosen, day).stripTrailing() : count;
      }
    };
  }
}
