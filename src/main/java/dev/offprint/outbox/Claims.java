package dev.offprint.outbox;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Hands out deliveries that are due, one at a time, and claims some at once for it; safe for use by
 * many threads.
 *
 * <p>What is claimed and not handed out when sending ends must be released, as after a crash.
 */
final class Claims {
  // Enough that claiming costs little beside sending, and a second's worth of it at most.
  private static final int AT_ONCE = 100;

  private static final int MOST_KNOWN = 5_000;

  private final Ledger ledger;
  private final InstantSource clock;
  private final String node;
  private final Queue<Claimed> waiting = new ArrayDeque<>();
  // As they were when sending began; a day's mails draw on the same papers.
  private final Map<PaperId, Candidate> known = new HashMap<>();

  Claims(Ledger ledger, InstantSource clock, String node) {
    this.ledger = ledger;
    this.clock = clock;
    this.node = node;
  }

  /**
   * One delivery that this process is to send.
   *
   * @param papers of an edition; empty for a notice
   */
  record Claimed(Delivery delivery, List<ChosenPaper> papers) {}

  /** The next one; empty when nothing is due. */
  synchronized Optional<Claimed> next() {
    if (waiting.isEmpty()) {
      List<Delivery> claimed = ledger.claim(node, clock.instant(), AT_ONCE);
      if (known.size() > MOST_KNOWN) {
        known.clear();
      }
      Map<Long, List<ChosenPaper>> papers = ledger.papers(claimed, known);
      claimed.forEach(
          delivery ->
              waiting.add(new Claimed(delivery, papers.getOrDefault(delivery.id(), List.of()))));
    }
    return Optional.ofNullable(waiting.poll());
  }

  /** Makes due again what was not handed out; to be called when nobody asks any more. */
  synchronized void release() {
    if (!waiting.isEmpty()) {
      waiting.clear();
      ledger.release(node);
    }
  }
}
