package dev.offprint.cli.papers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.IndexProgress;
import dev.offprint.cli.console.Limit;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.PaperText;
import dev.offprint.cli.console.Text;
import dev.offprint.documents.PaperDocument;
import dev.offprint.papers.Candidate;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds papers by their words, or the one paper that is named. */
@Command(
    name = "search",
    description = "Find papers by their words, the best fit first.",
    footer = {
      "",
      "TEXT is read like a subscriber's interest: words, \"a phrase\", author:name,",
      "cat:cs.LG, and -word for what must not be there.",
      "An arXiv id, a DOI or the address of a paper finds that paper.",
      "",
      "Examples:",
      "  offprint papers search mixture of experts",
      "  offprint papers search 'author:hinton -survey' --limit 3"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class PapersSearch implements Action<PaperFeatures> {
  @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What to look for.")
  List<String> words;

  @Mixin Limit limit = new Limit();

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    String text = String.join(" ", words);
    List<Candidate> found;
    try (IndexProgress progress = new IndexProgress(console)) {
      found = features.search(text, limit.papers(), progress);
    }
    return new CommandResult(
        found.isEmpty()
            ? String.format(Locale.ROOT, "No paper fits %s.", Text.quoted(text))
            : PaperText.list(found, true),
        found.stream().map(PaperDocument::of).toList());
  }
}
