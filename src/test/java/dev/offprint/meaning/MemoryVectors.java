package dev.offprint.meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors in a map. */
public final class MemoryVectors implements VectorStore {
  private final Map<String, float[]> kept = new ConcurrentHashMap<>();

  @Override
  public Map<String, float[]> find(Collection<String> keys) {
    Map<String, float[]> found = new HashMap<>(kept);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public void keep(Map<String, float[]> vectors) {
    vectors.forEach(kept::putIfAbsent);
  }

  @Override
  public long count() {
    return kept.size();
  }
}
