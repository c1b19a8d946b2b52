package dev.offprint.selection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that hold what was used last. */
public final class RecentlyUsed {
  private RecentlyUsed() {}

  /** An empty map that forgets what was not used for longest; safe for use by many threads. */
  public static <K, V> Map<K, V> map(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
