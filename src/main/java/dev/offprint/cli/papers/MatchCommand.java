package dev.offprint.cli.papers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.interests.InterestCheck;
import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.messages.Message;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.selection.PaperRanking;
import dev.offprint.selection.PaperRanking.Ranked;
import dev.offprint.sources.HarvestOutcome.Broken;
import dev.offprint.sources.HarvestOutcome.Harvested;
import dev.offprint.sources.HarvestOutcome.NothingNew;
import dev.offprint.sources.HarvestOutcome.Unreachable;
import dev.offprint.subscribers.Interest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ranks papers of files by interests of a file; needs no database. */
@Command(
    name = "match",
    description = "Rank the papers of files by interests, without taking anything in.",
    footer = {
      "",
      "Interests are JSON Lines with id and text, such as",
      "  {\"id\":\"7\",\"text\":\"how do language models plan over long horizons?\"}",
      "A text has up to 4,000 characters. One with operators ranks only papers that meet",
      "them; every other ranks all papers, the nearest in words and in meaning first.",
      "The format trec is INTEREST Q0 PAPER RANK SCORE offprint, a line for each, as",
      "trec_eval reads it. Papers are recognised as by papers import. What cannot be used",
      "is set aside with its reason, and the exit code is 1.",
      "",
      "Example:",
      "  offprint match --papers papers.jsonl --interests interests.jsonl --top 100"
    })
public final class MatchCommand implements Action<PaperFeatures> {
  private static final int MOST = 100_000;

  public enum Format {
    TREC,
    JSON
  }

  @Option(
      names = "--papers",
      arity = "1..*",
      required = true,
      paramLabel = "FILE",
      description = "Files of papers; - is standard input.")
  List<Path> papers = List.of();

  @Option(
      names = "--interests",
      required = true,
      paramLabel = "FILE",
      description = "Interests, one a line; - is standard input.")
  Path interests = Path.of("");

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "100",
      description = "Most papers for an interest, 1 to 100000; else 100.")
  int top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "trec",
      description = "trec or json; else trec.")
  Format format = Format.TREC;

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    if (top < 1 || top > MOST) {
      throw CommandFailure.wrongUsage("--top must be 1 to " + MOST);
    }
    InterestLines read = InterestLines.read(interests);
    read.setAside().forEach(console::note);
    boolean complete = read.setAside().isEmpty();
    Map<PaperId, Paper> byId = new LinkedHashMap<>();
    for (Path file : papers) {
      complete &= take(file, features, console, byId);
    }
    if (byId.isEmpty() || read.entries().isEmpty()) {
      throw CommandFailure.failed(
          byId.isEmpty() ? "there are no papers to rank" : "there are no interests to rank by");
    }
    boolean document = format == Format.JSON || console.isJson();
    List<Document> documents = new ArrayList<>();
    try (PaperRanking ranking = new PaperRanking(byId.values(), model(features, console))) {
      for (InterestLines.Entry interest : read.entries()) {
        List<Ranked> ranked = ranking.rank(interest.text(), top);
        if (ranked.isEmpty()) {
          console.note(
              String.format(
                  Locale.ROOT, "interest %s ranks no paper: %s", interest.id(), why(interest)));
        }
        if (document) {
          documents.add(
              new Document()
                  .with("interest", interest.id())
                  .with("papers", document(ranked, byId)));
        } else {
          trec(interest, ranked).forEach(console::say);
        }
      }
    }
    return new CommandResult(document ? Console.json(documents) : "", documents, !complete);
  }

  private static boolean take(
      Path file, PaperFeatures features, Console console, Map<PaperId, Paper> papers) {
    String name = Text.file(file);
    return switch (features.readFile(file, null)) {
      case Harvested harvested -> {
        for (Sighting sighting : harvested.sightings()) {
          papers.putIfAbsent(sighting.paper().id(), sighting.paper());
        }
        harvested.setAside().forEach(why -> console.note(name + ": set aside: " + why));
        yield harvested.setAside().isEmpty();
      }
      case NothingNew nothing -> {
        console.note(name + ": " + nothing.why());
        yield true;
      }
      case Broken broken -> {
        console.note(String.format(Locale.ROOT, "%s: nothing read: %s", name, broken.why()));
        yield false;
      }
      case Unreachable unreachable -> {
        console.note(String.format(Locale.ROOT, "%s: nothing read: %s", name, unreachable.why()));
        yield false;
      }
    };
  }

  private static String why(InterestLines.Entry interest) {
    try {
      return InterestCheck.complaint(new Interest(interest.text()))
          .map(Message::toString)
          .orElse("none meets it");
    } catch (IllegalArgumentException e) {
      // No subscriber could have it, such as a text of control characters alone.
      return "none meets it";
    }
  }

  private static Optional<SentenceModel> model(PaperFeatures features, Console console) {
    try {
      return features.sentenceModel();
    } catch (ModelUnavailable e) {
      console.note(e.getMessage() + "; matching by words alone");
      return Optional.empty();
    }
  }

  private static List<String> trec(InterestLines.Entry interest, List<Ranked> ranked) {
    List<String> lines = new ArrayList<>();
    for (Ranked each : ranked) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s Q0 %s %d %.6f offprint",
              interest.id(),
              each.paper(),
              lines.size() + 1,
              each.score()));
    }
    return lines;
  }

  private static List<Document> document(List<Ranked> ranked, Map<PaperId, Paper> papers) {
    List<Document> documents = new ArrayList<>();
    for (Ranked each : ranked) {
      Paper paper = papers.get(each.paper());
      documents.add(
          new Document()
              .with("rank", documents.size() + 1)
              .with("id", each.paper().value())
              .with("title", paper == null ? null : paper.shownTitle())
              .with("score", each.score()));
    }
    return documents;
  }
}
