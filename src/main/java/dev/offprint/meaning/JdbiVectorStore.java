package dev.offprint.meaning;

import dev.offprint.db.UniqueViolation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Vectors in the table {@code vectors}, a byte for each dimension. */
public final class JdbiVectorStore implements VectorStore {
  /** How many vectors are looked up and written in one statement. */
  private static final int BATCH = 500;

  private final Jdbi jdbi;

  public JdbiVectorStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<String, float[]> find(Collection<String> keys) {
    Map<String, float[]> found = new HashMap<>();
    List<String> all = List.copyOf(new HashSet<>(keys));
    jdbi.useHandle(
        handle -> {
          for (int from = 0; from < all.size(); from += BATCH) {
            handle
                .createQuery("select text_key, vector from vectors where text_key in (<keys>)")
                .bindList("keys", all.subList(from, Math.min(from + BATCH, all.size())))
                .map(
                    (row, context) ->
                        found.put(
                            row.getString("text_key"), ShortVectors.read(row.getBytes("vector"))))
                .list();
          }
        });
    return found;
  }

  @Override
  public void keep(Map<String, float[]> vectors) {
    List<String> keys = vectors.keySet().stream().sorted().toList();
    for (int from = 0; from < keys.size(); from += BATCH) {
      keep(keys.subList(from, Math.min(from + BATCH, keys.size())), vectors);
    }
  }

  @Override
  public long count() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from vectors").mapTo(Long.class).one());
  }

  private void keep(List<String> keys, Map<String, float[]> vectors) {
    try {
      jdbi.useTransaction(handle -> insertMissing(handle, keys, vectors));
    } catch (JdbiException e) {
      if (!UniqueViolation.in(e)) {
        throw e;
      }
      // Another process has just kept one of them; those it has not are kept now.
      jdbi.useTransaction(handle -> insertMissing(handle, keys, vectors));
    }
  }

  private static void insertMissing(
      Handle handle, List<String> keys, Map<String, float[]> vectors) {
    Set<String> there =
        handle
            .createQuery("select text_key from vectors where text_key in (<keys>)")
            .bindList("keys", keys)
            .mapTo(String.class)
            .set();
    Map<String, float[]> missing = new TreeMap<>(vectors);
    missing.keySet().retainAll(keys);
    missing.keySet().removeAll(there);
    if (missing.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("insert into vectors (text_key, vector) values (:key, :vector)");
    missing.forEach(
        (key, vector) -> batch.bind("key", key).bind("vector", ShortVectors.write(vector)).add());
    batch.execute();
  }
}
