package dev.offprint.meaning;

import dev.offprint.papers.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What texts mean, worked out once for each text and kept; safe for use by many threads. The model
 * is only asked for when a text is new.
 */
public final class KeptVectors {
  private static final Logger log = LoggerFactory.getLogger(KeptVectors.class);

  // Some seconds of work: so much at most is lost when the process ends.
  private static final int AT_ONCE = 64;
  private static final int MANY = 8 * AT_ONCE;
  private static final int KEY_BYTES = 16;

  private final VectorStore store;
  private final String modelName;
  private final Supplier<SentenceModel> model;

  /**
   * @param modelName changes whenever a model gives other vectors for the same text
   * @param model not closed here; may throw {@link ModelUnavailable}, as all methods do then
   */
  public KeptVectors(VectorStore store, String modelName, Supplier<SentenceModel> model) {
    this.store = store;
    this.modelName = modelName;
    this.model = model;
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

  private Map<String, float[]> vectors(
      String purpose,
      Collection<String> wanted,
      BiFunction<SentenceModel, String, float[]> of,
      boolean keep) {
    Map<String, String> keys = new LinkedHashMap<>();
    new LinkedHashSet<>(wanted).forEach(text -> keys.put(text, key(purpose, text)));
    Map<String, float[]> found = store.find(keys.values());
    Map<String, float[]> byText = new HashMap<>();
    List<Map.Entry<String, String>> missing = new ArrayList<>();
    for (Map.Entry<String, String> each : keys.entrySet()) {
      float[] vector = found.get(each.getValue());
      if (vector == null) {
        missing.add(each);
      } else {
        byText.put(each.getKey(), vector);
      }
    }
    for (int from = 0; from < missing.size(); from += AT_ONCE) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("stopped while working out what texts mean");
      }
      tell(from, missing.size());
      Map<String, float[]> fresh = new ConcurrentHashMap<>();
      Map<String, float[]> texts = new ConcurrentHashMap<>();
      SentenceModel opened = model.get();
      missing.subList(from, Math.min(from + AT_ONCE, missing.size())).parallelStream()
          .forEach(
              each -> {
                float[] vector = asKept(of.apply(opened, each.getKey()));
                fresh.put(each.getValue(), vector);
                texts.put(each.getKey(), vector);
              });
      if (keep) {
        store.keep(fresh);
      }
      byText.putAll(texts);
    }
    return byText;
  }

  /** Half a minute without a word looks like a fault. */
  private static void tell(int done, int all) {
    if (all > MANY && done % MANY == 0) {
      log.info("working out what {} texts mean, once for each: {} done", all, done);
    }
  }

  /** As it will be read the next time, so that the first day is as all others. */
  private static float[] asKept(float[] vector) {
    return ShortVectors.read(ShortVectors.write(vector));
  }

  private String key(String purpose, String text) {
    return Fingerprint.of(modelName + '\0' + purpose + '\0' + text, KEY_BYTES);
  }
}
