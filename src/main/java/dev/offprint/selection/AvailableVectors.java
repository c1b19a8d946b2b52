package dev.offprint.selection;

import dev.offprint.meaning.KeptVectors;
import dev.offprint.meaning.ModelUnavailable;
import java.util.Collection;
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

  private final @Nullable KeptVectors kept;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * @param kept empty when papers are to be chosen by words alone
   */
  AvailableVectors(Optional<KeptVectors> kept) {
    this.kept = kept.orElse(null);
  }

  /** The vectors of all the texts, or none. */
  Map<String, float[]> ofTexts(Collection<String> texts) {
    return kept == null ? Map.of() : available(() -> kept.ofTexts(texts));
  }

  /** The vectors of all the queries, or none. */
  Map<String, float[]> ofQueries(Collection<String> queries) {
    return kept == null ? Map.of() : available(() -> kept.ofQueries(queries));
  }

  private Map<String, float[]> available(Supplier<Map<String, float[]>> vectors) {
    try {
      return vectors.get();
    } catch (ModelUnavailable e) {
      if (warned.compareAndSet(false, true)) {
        log.warn("{}; papers are chosen by words alone", e.getMessage());
      }
      return Map.of();
    }
  }
}
