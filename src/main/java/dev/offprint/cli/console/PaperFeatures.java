package dev.offprint.cli.console;

import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.DaySelector;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestStore;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.LateSources;
import dev.offprint.sources.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What commands about papers and their sources work with. */
public interface PaperFeatures extends Installation {
  PaperStore papers();

  /**
   * Reads a file of papers, or {@link #STANDARD_INPUT}, and records nothing.
   *
   * @param day the day on which its papers were announced; null leaves it to the file
   */
  default HarvestOutcome readFile(Path file, @Nullable LocalDate day) {
    return readFile(file, day, null);
  }

  /**
   * Reads such a file, however long it is.
   *
   * @param parts takes the papers of a long file part by part, before the outcome has the others;
   *     null leaves all of them to the outcome
   */
  HarvestOutcome readFile(
      Path file, @Nullable LocalDate day, @Nullable Consumer<HarvestOutcome.Harvested> parts);

  /** Every source that papers can be fetched from, by its name; also those that are off. */
  Map<String, ConfiguredSource> sources();

  /** Asks sources, and writes down what came. */
  Harvester harvester();

  /** What was written down of asking them. */
  HarvestStore harvests();

  /** The enabled sources that have not answered for their latest day. */
  List<LateSources.Late> lateSources();

  /**
   * Papers that fit the text, best first.
   *
   * @param indexed is told how many papers were taken into the index first, after each of them
   */
  List<Candidate> search(String text, int limit, IntConsumer indexed);

  /** Takes papers into the index that are not yet there, so that no search has to. */
  void index(IntConsumer indexed);

  /**
   * The model that says what texts mean, opened when first asked for and closed with the features.
   *
   * @return empty when {@code matching.semantic} is false
   * @throws dev.offprint.meaning.ModelUnavailable when it cannot be used
   */
  Optional<SentenceModel> sentenceModel();

  /** Papers that are popular on that day, most popular first. */
  List<Candidate> trending(LocalDate day, int limit);

  /** Chooses the papers of a day. */
  DaySelector selector();

  /**
   * A source, and whether it is asked when nobody names it.
   *
   * @param enabled as the configuration says
   */
  record ConfiguredSource(Source source, boolean enabled) {}
}
