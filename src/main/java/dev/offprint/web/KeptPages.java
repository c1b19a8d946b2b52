package dev.offprint.web;

import dev.offprint.selection.RecentlyUsed;
import java.time.Instant;
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
  private final Map<K, KeptPage> pages = RecentlyUsed.map(KEPT);

  KeptPages(Function<K, Body> maker) {
    this.maker = maker;
  }

  KeptPage.Kept get(K key, Instant now) {
    return pages.computeIfAbsent(key, asked -> new KeptPage(() -> maker.apply(asked))).get(now);
  }
}
