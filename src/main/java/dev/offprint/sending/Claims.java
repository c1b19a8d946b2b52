package dev.offprint.sending;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.EditionContents;
import dev.offprint.ledger.Ledger;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out deliveries that are due, one at a time, and claims some at once for it; safe for use by
 * many threads.
 *
 * <p>What is claimed and not handed out when sending ends must be released, as after a crash.
 */
final class Claims {
  // Enough that claiming costs little beside sending; less than a second's worth on a fast relay.
  private static final int AT_ONCE = 300;

  /** Below it more is claimed while the rest is being sent. */
  private static final int LOW = 100;

  /** How often what is in hand comes before what others wrote down. */
  private static final int HANDED_BETWEEN = 4;

  private static final int MOST_KNOWN = 5_000;

  /**
   * When who found nothing looks again while others are at work, one of whom may wait for minutes
   * for an answer of the relay.
   */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** So that messages to one busy domain do not hold up those behind them. */
  private static final int MOST_WAITING = 1_000;

  private final Ledger ledger;
  private final Outbox outbox;
  private final InstantSource clock;
  private final SendingNode node;
  private final Function<List<Delivery>, Map<Long, String>> domains;
  private final SendingThrottle turns;
  private final Deque<Claimed> waiting = new ArrayDeque<>();
  // How many were handed out and are not done.
  private int atWork;
  private boolean isClaiming;
  private boolean isExhausted;
  private int sinceLedger;
  // Touched by whoever claims. As they were when sending began; a day's mails draw on the same
  // papers.
  private final Map<PaperId, Candidate> known = new HashMap<>();

  /**
   * Claims for one node.
   *
   * @param outbox of this process, whose editions are claimed already
   * @param domains finds the recipients' domains, by the deliveries' ids
   */
  Claims(
      Ledger ledger,
      Outbox outbox,
      InstantSource clock,
      SendingNode node,
      Function<List<Delivery>, Map<Long, String>> domains,
      SendingThrottle turns) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.clock = clock;
    this.node = node;
    this.domains = domains;
    this.turns = turns;
  }

  /**
   * One delivery that this process is to send.
   *
   * @param contents of an edition
   * @param domain of the recipient; empty if there is none any more
   * @param fresh what was in hand of it; null when it was read
   */
  record Claimed(
      Delivery delivery, EditionContents contents, String domain, Outbox.@Nullable Fresh fresh) {
    static Claimed of(Outbox.Fresh fresh) {
      return new Claimed(fresh.delivery(), fresh.contents(), fresh.domain(), fresh);
    }
  }

  /**
   * The next one, which the caller is to give back as {@link #done}. Those whose domain is busy let
   * others pass; while there are no others, waits. So does who finds nothing while others are at
   * work: planning may bring more meanwhile, and a connection that was closed would be missed.
   *
   * @param over whether sending has ended meanwhile
   * @return empty when nothing is due and nobody is at work, or sending has ended
   */
  Optional<Claimed> next(BooleanSupplier over) throws InterruptedException {
    while (!over.getAsBoolean()) {
      boolean ended = isToClaim() && !claimMore();
      synchronized (this) {
        Optional<Claimed> free = takeFree();
        if (free.isPresent()) {
          return free;
        }
        if (ended && waiting.isEmpty()) {
          if (atWork == 0) {
            return free;
          }
          wait(LOOK_AGAIN.toMillis());
        } else if (isClaiming || ended || waiting.size() >= MOST_WAITING) {
          wait(); // for what is being claimed, or for a domain that is busy
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Claimed> takeFree() {
    for (Iterator<Claimed> each = waiting.iterator(); each.hasNext(); ) {
      Claimed claimed = each.next();
      if (!turns.isBusy(claimed.domain())) {
        each.remove();
        atWork++;
        turns.begin(claimed.domain());
        return Optional.of(claimed);
      }
    }
    return Optional.empty();
  }

  /** Whether the caller is to claim more: ahead of need, so that others need not wait for it. */
  private synchronized boolean isToClaim() {
    boolean isShort = waiting.size() < LOW && !isExhausted;
    boolean isNoneFree = waiting.stream().allMatch(each -> turns.isBusy(each.domain()));
    if (isClaiming || waiting.size() >= MOST_WAITING || !(isShort || isNoneFree)) {
      return false;
    }
    isClaiming = true;
    return true;
  }

  private boolean claimMore() {
    List<Claimed> more = List.of();
    try {
      more = claim();
    } finally {
      synchronized (this) {
        waiting.addAll(more);
        isExhausted = more.isEmpty();
        isClaiming = false;
        notifyAll();
      }
    }
    return !more.isEmpty();
  }

  /** What is in hand, and now and then what others wrote down, so that it need not wait for all. */
  private List<Claimed> claim() {
    List<Claimed> more = new ArrayList<>(outbox.take(AT_ONCE).stream().map(Claimed::of).toList());
    if (more.isEmpty() || ++sinceLedger == HANDED_BETWEEN) {
      sinceLedger = 0;
      more.addAll(claimOfLedger());
    }
    return more;
  }

  private List<Claimed> claimOfLedger() {
    List<Delivery> claimed = ledger.claims().claim(node.name(), clock.instant(), AT_ONCE);
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    Map<Long, EditionContents> contents = ledger.deliveries().contents(claimed, known);
    Map<Long, String> recipients = domains.apply(claimed);
    return claimed.stream()
        .map(
            delivery ->
                new Claimed(
                    delivery,
                    contents.getOrDefault(delivery.id(), EditionContents.NOTHING),
                    recipients.getOrDefault(delivery.id(), ""),
                    null))
        .toList();
  }

  /** When one may go to its domain, if it is not yet, see {@link SendingThrottle#of}. */
  Optional<Instant> later(Claimed claimed) {
    Instant now = clock.instant();
    Instant turn = turns.of(claimed.domain(), claimed.delivery().id(), now);
    return turn.isAfter(now) ? Optional.of(turn) : Optional.empty();
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
    atWork--;
    if (atWork == 0 || !waiting.isEmpty()) {
      notifyAll();
    }
  }

  /** Makes due again what was not handed out; to be called when nobody asks any more. */
  synchronized void release() {
    if (!waiting.isEmpty() || !outbox.isEmpty()) {
      waiting.clear();
      outbox.close();
    }
  }
}
