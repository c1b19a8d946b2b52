package dev.offprint.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The {@link KeptPage}s that were asked for last. Safe for use by many threads.
 *
 * @param <K> what tells them apart
 */
final class KeptPages<K> {
  private static final int KEPT = 100;

  private final Function<K, Body> maker;
  private final Map<K, KeptPage> pages = new LinkedHashMap<>(16, 0.75f, true);

  KeptPages(Function<K, Body> maker) {
    this.maker = maker;
  }

  KeptPage.Kept get(K key, Instant now) {
    return page(key).get(now);
  }

  private synchronized KeptPage page(K key) {
    KeptPage page = pages.computeIfAbsent(key, asked -> new KeptPage(() -> maker.apply(asked)));
    if (pages.size() > KEPT) {
      pages.remove(pages.keySet().iterator().next());
    }
    return page;
  }
}
