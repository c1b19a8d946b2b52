package dev.offprint.cli;

import dev.offprint.papers.Intake;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      "  - any other RSS or Atom feed",
      "  - JSON Lines, or an array, with id, title, abstract, authors, categories,",
      "    published, url and upvotes; all but id and title may be missing",
      "A file that cannot be read is reported, and the others go on.",
      "",
      "Example:",
      "  curl https://lab.example/papers.jsonl | offprint papers import -"
    })
final class PapersImport implements Action {
  /** Files are stored together until they hold so many papers. */
  private static final int ENOUGH = 1_000;

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

  @Override
  public Answer act(Features features, Console console) {
    @Nullable LocalDate announced = day == null ? null : day.in(features);
    Intakes intakes = new Intakes("file", console, console::note);
    Map<String, HarvestOutcome> read = new LinkedHashMap<>();
    int papers = 0;
    for (Path file : files) {
      HarvestOutcome outcome = features.readFile(file, announced);
      // A file that is named twice is read once.
      if (read.putIfAbsent(shown(file), outcome) == null) {
        papers += sightings(outcome).size();
      }
      if (papers >= ENOUGH) {
        take(read, features, intakes);
        papers = 0;
      }
    }
    take(read, features, intakes);
    return intakes.answer();
  }

  /** Stores what was read, all of it or none, and only then tells of each file. */
  private static void take(Map<String, HarvestOutcome> read, Features features, Intakes intakes) {
    List<Intake> changes =
        features.papers().recordEach(read.values().stream().map(PapersImport::sightings).toList());
    Iterator<Intake> change = changes.iterator();
    read.forEach((name, outcome) -> intakes.tell(name, outcome, change.next()));
    read.clear();
  }

  private static List<Sighting> sightings(HarvestOutcome outcome) {
    return outcome instanceof HarvestOutcome.Harvested harvested
        ? harvested.sightings()
        : List.of();
  }

  private static String shown(Path file) {
    return file.equals(Features.STANDARD_INPUT) ? "standard input" : file.toString();
  }
}
