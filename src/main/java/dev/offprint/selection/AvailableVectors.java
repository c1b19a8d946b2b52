package dev.offprint.selection;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.meaning.BackgroundVectors;
import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.meaning.StoredVectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of texts, as long as there is a sentence model that can be used; else none, with one
 * warning, so that nobody's edition is late for it.
 */
final class AvailableVectors {
  private static final Logger log = LoggerFactory.getLogger(AvailableVectors.class);

  private final @Nullable StoredVectors kept;
  private final @Nullable Map<String, float[]> passing;
  private final AtomicBoolean warned = new AtomicBoolean();

  private AvailableVectors(Optional<StoredVectors> kept, @Nullable Map<String, float[]> passing) {
    this.kept = kept.orElse(null);
    this.passing = passing;
  }

  /**
   * Keeps those of queries, too.
   *
   * @param kept empty when papers are to be chosen by words alone
   */
  static AvailableVectors keeping(Optional<StoredVectors> kept) {
    return new AvailableVectors(kept, null);
  }

  /**
   * Remembers those of the latest queries in memory and keeps none, because strangers type them.
   *
   * @param kept empty when papers are to be chosen by words alone
   * @param most how many are remembered
   */
  static AvailableVectors passing(Optional<StoredVectors> kept, int most) {
    return new AvailableVectors(
        kept, Caffeine.newBuilder().maximumSize(most).<String, float[]>build().asMap());
  }

  /** Those of the texts' vectors that are kept; none is worked out. */
  Map<String, float[]> known(Collection<String> texts) {
    return kept == null ? Map.of() : kept.known(texts);
  }

  /** Whether what is not known yet can be worked out. */
  boolean canFollow() {
    if (kept == null) {
      return false;
    }
    try {
      kept.openModel();
      return true;
    } catch (ModelUnavailable e) {
      warn(e);
      return false;
    }
  }

  /** What papers mean in general; empty when papers are to be chosen by words alone. */
  Optional<BackgroundVectors> background() {
    return kept == null ? Optional.empty() : kept.background();
  }

  /** How many vectors are kept. */
  long count() {
    return kept == null ? 0 : kept.count();
  }

  /** The vectors of all the texts, or none. Works out those that are missing. */
  Map<String, float[]> ofTexts(Collection<String> texts) {
    return kept == null ? Map.of() : available(() -> kept.ofTexts(texts));
  }

  /** The vectors of all the queries, or none. */
  Map<String, float[]> ofQueries(Collection<String> queries) {
    if (kept == null) {
      return Map.of();
    }
    return available(
        () -> passing == null ? kept.ofQueries(queries) : ofPassing(kept, passing, queries));
  }

  private static Map<String, float[]> ofPassing(
      StoredVectors vectors, Map<String, float[]> passing, Collection<String> queries) {
    Map<String, float[]> found = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (String query : queries) {
      float[] vector = passing.get(query);
      if (vector == null) {
        missing.add(query);
      } else {
        found.put(query, vector);
      }
    }
    if (!missing.isEmpty()) {
      Map<String, float[]> fresh = vectors.ofPassingQueries(missing);
      passing.putAll(fresh);
      found.putAll(fresh);
    }
    return found;
  }

  private void warn(ModelUnavailable unavailable) {
    if (warned.compareAndSet(false, true)) {
      log.warn("{}; papers are chosen by words alone", unavailable.getMessage());
    }
  }

  private Map<String, float[]> available(Supplier<Map<String, float[]>> vectors) {
    try {
      return vectors.get();
    } catch (ModelUnavailable e) {
      warn(e);
      return Map.of();
    }
  }
}
