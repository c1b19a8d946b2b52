package dev.offprint.demo;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Document;
import dev.offprint.digests.WhyChosen;
import dev.offprint.ledger.Delivery;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what went to whom and why. */
final class DemoReport {
  private static final int TITLE_WIDTH = 58;
  private static final String PAPER = "  %-" + TITLE_WIDTH + "s  %s%n";

  private final Demo.Day day;

  DemoReport(Demo.Day day) {
    this.day = day;
  }

  CommandResult answer() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "One day of Offprint: %d papers%s, %d subscribers. Nothing left this machine.%n",
            day.papers(),
            day.sample() ? " of the sample day (its upvotes are made up)" : "",
            day.readers().size()));
    List<Document> documents = new ArrayList<>();
    for (Subscriber reader : day.readers()) {
      for (Delivery delivery : day.ledger().deliveries().of(reader.id(), 1)) {
        List<ChosenPaper> papers = day.ledger().deliveries().papers(delivery);
        text.append(
            String.format(
                Locale.ROOT, "%n%s, who wants %s%n", reader.address(), interests(reader)));
        text.append(String.format(Locale.ROOT, "  %s%n", outcome(delivery, papers.size())));
        for (ChosenPaper paper : papers) {
          text.append(
              String.format(
                  Locale.ROOT,
                  PAPER,
                  cut(paper.paper().shownTitle()),
                  WhyChosen.of(paper, day.day())));
        }
        documents.add(document(reader, delivery, papers));
      }
    }
    return new CommandResult(text.toString(), documents);
  }

  private Document document(Subscriber reader, Delivery delivery, List<ChosenPaper> papers) {
    return new Document()
        .with("subscriber", reader.address().toString())
        .with("status", delivery.progress().status().name().toLowerCase(java.util.Locale.ROOT))
        .with("reason", String.valueOf(delivery.progress().reason()))
        .with(
            "papers",
            papers.stream()
                .map(
                    paper ->
                        new Document()
                            .with("id", paper.paper().id().value())
                            .with("title", paper.paper().shownTitle())
                            .with("reason", WhyChosen.of(paper, day.day()).toString()))
                .toList());
  }

  private static String interests(Subscriber reader) {
    String interests =
        reader.preferences().interests().stream()
            .map(Interest::line)
            .collect(Collectors.joining("; "));
    return switch (reader.preferences().content()) {
      case TRENDING -> "what is trending";
      case MATCHING -> interests;
      case BOTH -> interests + "; and what is trending";
    };
  }

  private static String outcome(Delivery delivery, int papers) {
    return switch (delivery.progress().status()) {
      case SENT -> String.format(Locale.ROOT, "was sent %d papers:", papers);
      case SKIPPED -> "was sent nothing: " + delivery.progress().reason();
      default ->
          String.format(
              Locale.ROOT, "%s: %s", delivery.progress().status(), delivery.progress().reason());
    };
  }

  private static String cut(String title) {
    return title.length() <= TITLE_WIDTH ? title : title.substring(0, TITLE_WIDTH - 1) + "…";
  }
}
