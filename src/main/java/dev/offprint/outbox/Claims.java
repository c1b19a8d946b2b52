package dev.offprint.outbox;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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

  /** So that messages to one busy domain do not hold up those behind them. */
  private static final int MOST_WAITING = 1_000;

  private final Ledger ledger;
  private final InstantSource clock;
  private final String node;
  private final Function<List<Delivery>, Map<Long, String>> domains;
  private final Turns turns;
  private final Deque<Claimed> waiting = new ArrayDeque<>();
  // As they were when sending began; a day's mails draw on the same papers.
  private final Map<PaperId, Candidate> known = new HashMap<>();

  /**
   * Prepares claims.
   *
   * @param domains finds the recipients' domains, by the deliveries' ids
   */
  Claims(
      Ledger ledger,
      InstantSource clock,
      String node,
      Function<List<Delivery>, Map<Long, String>> domains,
      Turns turns) {
    this.ledger = ledger;
    this.clock = clock;
    this.node = node;
    this.domains = domains;
    this.turns = turns;
  }

  /**
   * One delivery that this process is to send.
   *
   * @param papers of an edition; empty for a notice
   * @param domain of the recipient; empty if there is none any more
   */
  record Claimed(Delivery delivery, List<ChosenPaper> papers, String domain) {}

  /**
   * The next one, which the caller is to give back as {@link #done}. Those whose domain is busy let
   * others pass; while there are no others, waits.
   *
   * @param over whether sending has ended meanwhile
   * @return empty when nothing is due or sending has ended
   */
  synchronized Optional<Claimed> next(BooleanSupplier over) throws InterruptedException {
    while (!over.getAsBoolean()) {
      Optional<Claimed> free =
          waiting.stream().filter(each -> !turns.isBusy(each.domain())).findFirst();
      if (free.isPresent()) {
        waiting.remove(free.get());
        turns.begin(free.get().domain());
        return free;
      }
      if (waiting.size() < MOST_WAITING && claimMore()) {
        continue;
      }
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      wait();
    }
    return Optional.empty();
  }

  /** When one may go to its domain, see {@link Turns#of}. */
  Instant turn(Claimed claimed, Instant now) {
    return turns.of(claimed.domain(), claimed.delivery().id(), now);
  }

  /**
   * Waits until one may leave.
   *
   * @return false when sending has ended meanwhile; then it is claimed no more
   */
  boolean awaitTurn(Claimed claimed, BooleanSupplier over) {
    if (turns.await(clock, over)) {
      return true;
    }
    synchronized (this) {
      waiting.addFirst(claimed);
    }
    return false;
  }

  void taken(Claimed claimed) {
    turns.taken(claimed.domain(), clock.instant());
  }

  /** Leaves a domain alone for a while that asked for it; says until when. */
  Instant slowDown(Claimed claimed) {
    return turns.slowDown(claimed.domain(), clock.instant());
  }

  /** Says that a message is not on the wire any more. */
  synchronized void done(Claimed claimed) {
    turns.end(claimed.domain(), clock.instant());
    notifyAll();
  }

  private boolean claimMore() {
    List<Delivery> claimed = ledger.claim(node, clock.instant(), AT_ONCE);
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    Map<Long, List<ChosenPaper>> papers = ledger.papers(claimed, known);
    Map<Long, String> recipients = domains.apply(claimed);
    claimed.forEach(
        delivery ->
            waiting.add(
                new Claimed(
                    delivery,
                    papers.getOrDefault(delivery.id(), List.of()),
                    recipients.getOrDefault(delivery.id(), ""))));
    return !claimed.isEmpty();
  }

  /** Makes due again what was not handed out; to be called when nobody asks any more. */
  synchronized void release() {
    if (!waiting.isEmpty()) {
      waiting.clear();
      ledger.release(node);
    }
  }
}
