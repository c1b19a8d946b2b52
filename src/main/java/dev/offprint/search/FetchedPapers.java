package dev.offprint.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;

/** Papers that a search found, fetched from the store and cached. Safe for use by many threads. */
final class FetchedPapers {
  // Some four kilobytes each, as a rule.
  private static final int MOST = 2_000;

  private final PaperStore papers;
  private final Cache<Fetched, Candidate> cached = Caffeine.newBuilder().maximumSize(MOST).build();

  /** A paper as it was when the index was read anew last. */
  private record Fetched(String id, IndexReader.CacheKey index) {}

  FetchedPapers(PaperStore papers) {
    this.papers = papers;
  }

  /**
   * Those that are stored still, each once: two may have become one a moment ago.
   *
   * @param version of the index in which they were found
   */
  List<Candidate> of(List<String> ids, IndexReader.CacheKey version) {
    Map<String, Candidate> found = new HashMap<>();
    List<PaperId> missing = new ArrayList<>();
    for (String id : ids) {
      Candidate candidate = cached.getIfPresent(new Fetched(id, version));
      if (candidate == null) {
        missing.add(new PaperId(id));
      } else {
        found.put(id, candidate);
      }
    }
    if (!missing.isEmpty()) {
      papers
          .find(missing)
          .forEach(
              (id, candidate) -> {
                found.put(id.value(), candidate);
                cached.put(new Fetched(id.value(), version), candidate);
              });
    }
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .filter(candidate -> candidate.paper().dates().withdrawn() == null)
        .distinct()
        .toList();
  }
}
