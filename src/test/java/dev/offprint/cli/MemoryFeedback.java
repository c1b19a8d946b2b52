package dev.offprint.cli;

import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.FeedbackStore;
import dev.offprint.subscribers.Judgment;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What subscribers said of papers, in a map. */
final class MemoryFeedback implements FeedbackStore {
  private final Map<Long, LinkedHashMap<PaperId, Judgment>> said = new HashMap<>();

  @Override
  public void say(long subscriberId, PaperId paper, Judgment judgment, Instant now) {
    LinkedHashMap<PaperId, Judgment> judgments =
        said.computeIfAbsent(subscriberId, id -> new LinkedHashMap<>());
    judgments.remove(paper);
    judgments.putFirst(paper, judgment);
    if (judgments.size() > MOST) {
      judgments.pollLastEntry();
    }
  }

  @Override
  public void takeBack(long subscriberId, PaperId paper) {
    said.getOrDefault(subscriberId, new LinkedHashMap<>()).remove(paper);
  }

  @Override
  public Feedback of(long subscriberId) {
    return of(List.of(subscriberId)).getOrDefault(subscriberId, Feedback.NONE);
  }

  @Override
  public Map<Long, Feedback> of(Collection<Long> subscriberIds) {
    Map<Long, Feedback> feedback = new HashMap<>();
    for (Long id : subscriberIds) {
      if (said.containsKey(id)) {
        feedback.put(id, new Feedback(papers(id, Judgment.MORE), papers(id, Judgment.LESS)));
      }
    }
    return feedback;
  }

  private List<PaperId> papers(long subscriberId, Judgment judgment) {
    return said.getOrDefault(subscriberId, new LinkedHashMap<>()).entrySet().stream()
        .filter(entry -> entry.getValue() == judgment)
        .map(Map.Entry::getKey)
        .toList();
  }
}
