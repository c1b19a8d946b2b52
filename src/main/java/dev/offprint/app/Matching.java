package dev.offprint.app;

import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.interests.NamedPaper;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.Candidate;
import dev.offprint.search.PaperCatalogue;
import dev.offprint.search.PaperQuery;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.IndexedDays;
import dev.offprint.selection.RecentPapers;
import dev.offprint.selection.Trending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** The part of the wiring that says which papers fit: the indexes, the model and its vectors. */
public final class Matching implements AutoCloseable {
  private final PaperFeatures features;
  private final Stores stores;
  private final Lazy<PaperCatalogue> catalogue;
  private final Lazy<IndexedDays> days;
  private final Lazy<RecentPapers> recentPapers;
  private final Lazy<SentenceModel> model;

  /**
   * Opens nothing.
   *
   * @param home the folder of the distribution, which holds the model
   */
  Matching(PaperFeatures features, Stores stores, Path home) {
    this.features = features;
    this.stores = stores;
    this.catalogue =
        new Lazy<>(() -> new PaperCatalogue(stores.papers(), features.data().resolve("search")));
    this.days = new Lazy<>(() -> new IndexedDays(stores.papers()));
    this.recentPapers =
        new Lazy<>(
            () ->
                new RecentPapers(
                    days.get(),
                    isSemantic() ? Optional.of(vectors()) : Optional.empty(),
                    features.clock()));
    this.model = new Lazy<>(() -> OnnxSentenceModel.open(models(home)));
  }

  /** A package holds them where its program is, a checkout where it is built. */
  private static Path models(Path home) {
    Path program = home.resolve("program");
    return (Files.isDirectory(program) ? program : home.resolve("target/offprint"))
        .resolve("models");
  }

  private boolean isSemantic() {
    return features.configuration().matching().semantic();
  }

  /** All papers, for searching. */
  public PaperCatalogue catalogue() {
    return catalogue.get();
  }

  /** The papers of the last days, for strangers. */
  public RecentPapers recentPapers() {
    return recentPapers.get();
  }

  /** What texts mean, cached in the database. */
  StoredVectors vectors() {
    return new StoredVectors(stores.vectors(), OnnxSentenceModel.NAME, model);
  }

  Optional<SentenceModel> sentenceModel() {
    return isSemantic() ? Optional.of(model.get()) : Optional.empty();
  }

  DaySelector selector() {
    return new DaySelector(days.get(), isSemantic() ? Optional.of(vectors()) : Optional.empty());
  }

  List<Candidate> search(String text, int limit, IntConsumer indexed) {
    NamedPaper named = NamedPaper.in(text, stores.papers());
    if (named.isForOne()) {
      return named.paper().stream().toList();
    }
    index(indexed);
    return catalogue().search(PaperQuery.of(text), 0, limit).papers();
  }

  void index(IntConsumer indexed) {
    AtomicInteger taken = new AtomicInteger();
    catalogue()
        .refresh(
            () -> {
              indexed.accept(taken.incrementAndGet());
              return false;
            });
  }

  List<Candidate> trending(LocalDate day, int limit) {
    List<Candidate> candidates = stores.papers().announced(DaySelector.firstDay(day), day);
    return Trending.rank(candidates, day).stream().limit(limit).toList();
  }

  @Override
  public void close() {
    if (catalogue.isMade()) {
      catalogue.get().close();
    }
    if (model.isMade()) {
      model.get().close();
    }
  }
}
