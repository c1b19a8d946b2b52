package dev.offprint.cli.papers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.Table;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.digests.SourceSummary;
import dev.offprint.documents.PaperDocument;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.papers.Signal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows all that is known of one paper. */
@Command(
    name = "show",
    description = "Show all that is known of a paper.",
    footer = {"", "Example:", "  offprint papers show 2401.04088"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class PapersShow implements Action<PaperFeatures> {
  @Parameters(
      paramLabel = "ID",
      description = "arXiv id, DOI, address, or the id of its source, as a list shows it.")
  PaperId id;

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    Candidate found =
        features
            .papers()
            .find(id)
            .orElseThrow(
                () ->
                    CommandFailure.failed(
                        String.format(
                            Locale.ROOT,
                            "there is no paper %s here; 'offprint papers search' finds one by its"
                                + " words",
                            Text.quoted(id.value()))));
    List<Signal> history = features.papers().history(id);
    return new CommandResult(
        text(found) + history(history, features),
        Document.of(PaperDocument.of(found))
            .with("signals", history.stream().map(PapersShow::document).toList()));
  }

  private static String text(Candidate candidate) {
    Paper paper = candidate.paper();
    StringBuilder text = new StringBuilder();
    Text.wrap(paper.shownTitle(), Text.WIDTH).forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    line(text, "Id", paper.id().value());
    line(text, "Authors", names(paper));
    line(text, "Origin", paper.shownOrganization());
    line(text, "Categories", String.join(" ", paper.categories()));
    line(text, "Published", paper.dates().published());
    line(text, "Announced", paper.dates().announced());
    line(text, "Withdrawn", paper.dates().withdrawn());
    line(text, "Page", paper.links().page());
    line(text, "PDF", paper.links().pdf());
    line(text, "Code", paper.links().code());
    line(text, "Popularity", popularity(candidate.popularity()));
    String abstractText = paper.shownAbstract();
    if (!abstractText.isEmpty()) {
      text.append('\n');
      Text.wrap(abstractText, Text.WIDTH).forEach(line -> text.append(line).append('\n'));
    }
    String summary = SourceSummary.of(paper, Messages.english());
    if (!summary.isEmpty()) {
      text.append('\n');
      Text.wrap(summary, Text.WIDTH).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      text.append(Text.labelled(label, value.toString())).append('\n');
    }
  }

  private static String names(Paper paper) {
    return paper.authors().stream().map(Author::name).collect(Collectors.joining(", "));
  }

  private static String popularity(Popularity popularity) {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s",
        Text.count(popularity.upvotes(), "upvote"),
        Text.count(popularity.comments(), "comment"),
        Text.count(popularity.stars(), "star"));
  }

  private static String history(List<Signal> history, PaperFeatures features) {
    if (history.isEmpty()) {
      return "";
    }
    Table table = new Table(TimingText.column("SEEN", features.zone()), "BY", "WHAT", "COUNT");
    for (Signal signal : history) {
      table.row(
          TimingText.moment(signal.observedAt(), features.zone()),
          signal.source(),
          Text.word(signal.kind()),
          String.format(Locale.ROOT, "%,d", signal.value()));
    }
    return "\n" + table;
  }

  private static Document document(Signal signal) {
    return new Document()
        .with("source", signal.source())
        .with("kind", Text.word(signal.kind()))
        .with("value", signal.value())
        .with("observed_at", signal.observedAt().toString());
  }
}
