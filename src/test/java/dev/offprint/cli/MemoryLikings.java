package dev.offprint.cli;

import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.LikingStore;
import dev.offprint.subscribers.Likings;
import dev.offprint.subscribers.Wish;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What subscribers said of papers, in a map. */
final class MemoryLikings implements LikingStore {
  private final Map<Long, LinkedHashMap<PaperId, Wish>> said = new HashMap<>();

  @Override
  public void say(long subscriberId, PaperId paper, Wish wish, Instant now) {
    LinkedHashMap<PaperId, Wish> wishes =
        said.computeIfAbsent(subscriberId, id -> new LinkedHashMap<>());
    wishes.remove(paper);
    wishes.putFirst(paper, wish);
    if (wishes.size() > MOST) {
      wishes.pollLastEntry();
    }
  }

  @Override
  public void takeBack(long subscriberId, PaperId paper) {
    said.getOrDefault(subscriberId, new LinkedHashMap<>()).remove(paper);
  }

  @Override
  public Likings of(long subscriberId) {
    return of(List.of(subscriberId)).getOrDefault(subscriberId, Likings.NONE);
  }

  @Override
  public Map<Long, Likings> of(Collection<Long> subscriberIds) {
    Map<Long, Likings> likings = new HashMap<>();
    for (Long id : subscriberIds) {
      if (said.containsKey(id)) {
        likings.put(id, new Likings(papers(id, Wish.MORE), papers(id, Wish.LESS)));
      }
    }
    return likings;
  }

  private List<PaperId> papers(long subscriberId, Wish wish) {
    return said.getOrDefault(subscriberId, new LinkedHashMap<>()).entrySet().stream()
        .filter(entry -> entry.getValue() == wish)
        .map(Map.Entry::getKey)
        .toList();
  }
}
