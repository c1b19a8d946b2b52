package dev.offprint.cli.papers;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.ContinuedAction;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.sources.files.FileIntake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in papers from files. */
@Command(
    name = "import",
    description = "Take in papers from files; importing one twice changes nothing.",
    footer = {
      "",
      "Files are recognised by their content, gzipped or not:",
      "  - a daily_papers array of Hugging Face",
      "  - of arXiv, a daily feed (Atom or RSS), an answer of its API, or an OAI-PMH page",
      "  - an answer of the bioRxiv and medRxiv API",
      "  - any other RSS or Atom feed, and JSON Feed",
      "  - JSON Lines, or an array, with id, title, abstract, authors, categories,",
      "    published, url and upvotes; all but id and title may be missing. What --json",
      "    and the API give of a paper can be imported again, one paper a line",
      "Feeds do not say of an entry without a date whether it is new; it counts as old",
      "unless --date or the name of the file gives a day.",
      "A file that cannot be read is reported, a record that cannot be used is set aside",
      "with its reason, the others go on, and the exit code is 1. In the end it is worked",
      "out what the newest papers mean, unless a daemon runs and does it.",
      "",
      "Example:",
      "  curl https://lab.example/papers.jsonl | offprint papers import -"
    })
final class PapersImport implements ContinuedAction<PaperFeatures> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to take in; - is standard input.")
  List<Path> files = List.of();

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description =
          "Day on which the papers were announced, as YYYY-MM-DD, today or yesterday; else the"
              + " file says.")
  @Nullable Day day;

  private final IntakeMeanings meanings = new IntakeMeanings();

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(PaperFeatures features, Console console) {
    @Nullable LocalDate announced = day == null ? null : day.in(features);
    Intakes intakes = new Intakes("file", console, console::note, true);
    new FileIntake(
            (file, parts) ->
                features.readFile(
                    file,
                    announced,
                    part -> {
                      meanings.taken(part);
                      parts.accept(part);
                    }),
            features.papers(),
            (file, outcome, papers, intake) -> {
              intakes.tell(Text.file(file), outcome, papers, intake);
              meanings.taken(outcome);
            })
        .take(files);
    return intakes.answer();
  }

  @Override
  public void goOn(PaperFeatures features, Console console) {
    meanings.goOn(features, console);
  }
}
