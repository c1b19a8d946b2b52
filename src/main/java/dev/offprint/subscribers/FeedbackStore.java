package dev.offprint.subscribers;

import dev.offprint.papers.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Keeps what subscribers said of papers. A paper is one paper here whatever id it is named by, and
 * is answered by the id that it has by now.
 */
public interface FeedbackStore {
  /** How many papers a subscriber can have said something about; older ones fall away. */
  int MOST = 100;

  /**
   * Says something of a paper in place of what was said of it before. Nothing is kept of a
   * subscriber or a paper that is not known.
   */
  void say(long subscriberId, PaperId paper, Judgment judgment, Instant now);

  /** Forgets what was said of a paper. */
  void takeBack(long subscriberId, PaperId paper);

  /** What one subscriber said. */
  Feedback of(long subscriberId);

  /** What many subscribers said; those who said nothing are left out. */
  Map<Long, Feedback> of(Collection<Long> subscriberIds);
}
