package dev.offprint.meaning;

import java.util.Collection;
import java.util.Map;

/** Keeps vectors by the keys of their texts. */
public interface VectorStore {
  /** Those of the vectors that are kept, by their keys. */
  Map<String, float[]> find(Collection<String> keys);

  /** Keeps vectors; where one is kept already, nothing changes. */
  void keep(Map<String, float[]> vectors);

  /** How many vectors are kept. */
  long count();
}
