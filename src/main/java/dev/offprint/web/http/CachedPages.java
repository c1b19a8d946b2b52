package dev.offprint.web.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * The {@link CachedPage}s that were asked for last. Safe for use by many threads.
 *
 * @param <K> what tells them apart
 */
public final class CachedPages<K> {
  private static final int MOST = 100;

  private final Function<K, Body> maker;
  private final Map<K, CachedPage> pages =
      Caffeine.newBuilder().maximumSize(MOST).<K, CachedPage>build().asMap();

  public CachedPages(Function<K, Body> maker) {
    this.maker = maker;
  }

  public CachedPage.Cached get(K key, Instant now) {
    return pages.computeIfAbsent(key, asked -> new CachedPage(() -> maker.apply(asked))).get(now);
  }
}
