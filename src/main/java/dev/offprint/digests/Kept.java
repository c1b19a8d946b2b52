package dev.offprint.digests;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was made once and is the same in many mails, until there is more than some number of it;
 * then it is made anew. Safe for use by many threads.
 */
final class Kept<K, V> {
  private final int most;
  private final Map<K, V> made = new ConcurrentHashMap<>();

  /**
   * @param most how many are kept
   */
  Kept(int most) {
    this.most = most;
  }

  V of(K key, Function<K, V> make) {
    V known = made.get(key);
    if (known != null) {
      return known;
    }
    if (made.size() >= most) {
      made.clear();
    }
    return made.computeIfAbsent(key, make);
  }

  int size() {
    return made.size();
  }
}
