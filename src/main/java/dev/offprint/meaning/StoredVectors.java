package dev.offprint.meaning;

import dev.offprint.papers.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What texts mean, worked out once for each text and kept; safe for use by many threads. The model
 * is only asked for when a text is new.
 */
public final class StoredVectors {
  private static final int KEY_BYTES = 16;

  private final VectorStore store;
  private final String modelName;
  private final Supplier<SentenceModel> model;
  private final Optional<BackgroundVectors> background;

  private record Text(String text, String key) {}

  private record LookedUp(Map<String, float[]> known, List<Text> missing) {}

  /**
   * @param modelName changes whenever a model gives other vectors for the same text
   * @param model not closed here; may throw {@link ModelUnavailable}, as all methods do then
   */
  public StoredVectors(VectorStore store, String modelName, Supplier<SentenceModel> model) {
    this(store, modelName, model, BackgroundVectors.ofModel(modelName));
  }

  /** With a background other than that of the distribution. */
  public StoredVectors(
      VectorStore store,
      String modelName,
      Supplier<SentenceModel> model,
      Optional<BackgroundVectors> background) {
    this.store = store;
    this.modelName = modelName;
    this.model = model;
    this.background = background;
  }

  /** What papers mean to this model in general; empty for a model that has no such file. */
  public Optional<BackgroundVectors> background() {
    return background;
  }

  /**
   * Has the model ready, which takes part of a second the first time.
   *
   * @throws ModelUnavailable when it cannot be used
   */
  public void openModel() {
    SentenceModel _ = model.get();
  }

  /**
   * Those of the texts' vectors that are kept, by text. Needs no model, and never waits for one.
   */
  public Map<String, float[]> known(Collection<String> texts) {
    return lookUp("text", texts).known();
  }

  /** How many vectors are kept, of texts and queries. */
  public long count() {
    return store.count();
  }

  /**
   * The vectors of papers or other texts that are looked through, by text. When the thread is
   * interrupted, this ends with a {@link CancellationException}; what is done by then is kept.
   */
  public Map<String, float[]> ofTexts(Collection<String> texts) {
    return vectors("text", texts, SentenceModel::ofText, true);
  }

  /** The vectors of what people look for, by text. */
  public Map<String, float[]> ofQueries(Collection<String> queries) {
    return vectors("query", queries, SentenceModel::ofQuery, true);
  }

  /** As {@link #ofQueries}, but those that are worked out now are not kept. */
  public Map<String, float[]> ofPassingQueries(Collection<String> queries) {
    return vectors("query", queries, SentenceModel::ofQuery, false);
  }

  /**
   * Works out and keeps what is not known yet of texts, the first ones first; some at a time, so
   * that little is lost when the process ends. Interrupted, it ends as {@link #ofTexts} does.
   *
   * @param progress not asked when all is known
   * @return whether all is known now, because {@code progress} always said to go on
   */
  public boolean workOutTexts(Collection<String> texts, Effort effort, Progress progress) {
    return workOut(
        lookUp("text", texts).missing(), SentenceModel::ofText, effort, progress, this::keep);
  }

  /** As {@link #workOutTexts} for what people look for. */
  public boolean workOutQueries(Collection<String> queries, Effort effort, Progress progress) {
    return workOut(
        lookUp("query", queries).missing(), SentenceModel::ofQuery, effort, progress, this::keep);
  }

  private Map<String, float[]> vectors(
      String purpose,
      Collection<String> wanted,
      BiFunction<SentenceModel, String, float[]> of,
      boolean keep) {
    LookedUp found = lookUp(purpose, wanted);
    workOut(
        found.missing(),
        of,
        Effort.ALL_PROCESSORS,
        Progress.LOGGED,
        fresh -> {
          if (keep) {
            keep(fresh);
          }
          fresh.forEach((text, vector) -> found.known().put(text.text(), vector));
        });
    return found.known();
  }

  private LookedUp lookUp(String purpose, Collection<String> texts) {
    List<Text> wanted =
        new LinkedHashSet<>(texts)
            .stream().map(text -> new Text(text, key(purpose, text))).toList();
    Map<String, float[]> found = store.find(wanted.stream().map(Text::key).toList());
    Map<String, float[]> known = new HashMap<>();
    List<Text> missing = new ArrayList<>();
    for (Text each : wanted) {
      float[] vector = found.get(each.key());
      if (vector == null) {
        missing.add(each);
      } else {
        known.put(each.text(), vector);
      }
    }
    return new LookedUp(known, missing);
  }

  private boolean workOut(
      List<Text> missing,
      BiFunction<SentenceModel, String, float[]> of,
      Effort effort,
      Progress progress,
      Consumer<Map<Text, float[]>> done) {
    for (int from = 0; from < missing.size(); from += effort.portion()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("stopped while working out what texts mean");
      }
      if (!progress.goOn(from, missing.size())) {
        return false;
      }
      SentenceModel opened = model.get();
      Map<Text, float[]> fresh = new ConcurrentHashMap<>();
      effort
          .over(missing.subList(from, Math.min(from + effort.portion(), missing.size())))
          .forEach(each -> fresh.put(each, asKept(of.apply(opened, each.text()))));
      done.accept(fresh);
    }
    return true;
  }

  private void keep(Map<Text, float[]> vectors) {
    Map<String, float[]> byKey = new HashMap<>();
    vectors.forEach((text, vector) -> byKey.put(text.key(), vector));
    store.keep(byKey);
  }

  /** As it will be read the next time, so that the first day is as all others. */
  private static float[] asKept(float[] vector) {
    return ShortVectors.read(ShortVectors.write(vector));
  }

  private String key(String purpose, String text) {
    return Fingerprint.of(modelName + '\0' + purpose + '\0' + text, KEY_BYTES);
  }
}
