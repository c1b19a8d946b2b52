package dev.offprint.sending;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.EditionContents;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.PlanWriter;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.ledger.WrittenBatch;
import dev.offprint.subscribers.Recipient;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Editions that this process has just written down, on their way to its own dispatcher: what is in
 * hand is not read back. It holds a bounded number of them. What finds no room, and all that is
 * written while nothing can be sent, is due in the ledger, for whoever claims it. Safe for use by
 * many threads.
 *
 * <p>The ledger is the truth: each edition here is claimed there for this node, so after a crash it
 * is released like any other.
 */
public final class Outbox implements PlanWriter {
  /** Some MB, and half a second of a fast relay. */
  private static final int MOST = 1_000;

  /** How long planning waits for room while editions leave. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Ledger ledger;
  private final SubscriberStore subscribers;
  private final SendingNode node;
  private final int most;

  // Papers that turn out to be one do so when a source is read, so a second is soon enough.
  private final OncePerSecond<Long> revision;

  // Held from writing editions down until they are in hand, and while all are given back: what is
  // given back must not come into hand afterwards.
  private final ReentrantLock handing = new ReentrantLock();
  private final Deque<Fresh> inHand = new ArrayDeque<>();
  private boolean isOpen;
  private boolean isStalled;
  // Whether the ledger may have editions as claimed that are not in hand.
  private volatile boolean mayHoldMore;
  private volatile Runnable filled = () -> {};

  /**
   * An outbox that is closed.
   *
   * @param clock tells when the papers are looked at again
   */
  Outbox(Ledger ledger, SubscriberStore subscribers, SendingNode node, InstantSource clock) {
    this(ledger, subscribers, node, clock, MOST);
  }

  Outbox(
      Ledger ledger, SubscriberStore subscribers, SendingNode node, InstantSource clock, int most) {
    this.ledger = ledger;
    this.subscribers = subscribers;
    this.node = node;
    this.revision = new OncePerSecond<>(() -> ledger.plans().revision(), clock);
    this.most = most;
  }

  /**
   * An edition in hand, as long as nothing that it was read from has changed.
   *
   * @param recipient as they were when there had been so many changes of subscribers; empty when
   *     there was none
   * @param revision of the papers
   */
  record Fresh(
      WrittenBatch.Claimed claimed, Optional<Recipient> recipient, long changes, long revision) {
    Delivery delivery() {
      return claimed.delivery();
    }

    EditionContents contents() {
      return new EditionContents(claimed.edition().papers(), claimed.edition().notes());
    }

    /** Of the recipient; empty if there is none. */
    String domain() {
      return recipient.map(each -> each.subscriber().address().domain()).orElse("");
    }
  }

  /** Has somebody told, from now on, whenever editions have come into hand. */
  void onFilled(Runnable told) {
    filled = told;
  }

  @Override
  public Set<Long> plan(PlannedBatch plans, Delivery.Planning planning) {
    awaitRoom(plans.editions().size());
    handing.lock();
    try {
      return hasRoom(plans.editions().size())
          ? claim(plans, planning)
          : ledger.plans().plan(plans, planning);
    } finally {
      handing.unlock();
    }
  }

  private Set<Long> claim(PlannedBatch plans, Delivery.Planning planning) {
    // Counted before they are read, so that no change is missed; and both before anything is
    // claimed, so that nothing can fail between claiming and having in hand.
    long changes = subscribers.changes();
    Map<Long, Recipient> recipients =
        subscribers.recipients(
            plans.editions().stream().map(edition -> edition.subscriber().id()).toList());
    WrittenBatch written;
    try {
      written = ledger.plans().claim(plans, planning, node.name());
    } catch (RuntimeException e) {
      // Nobody knows whether that was before the editions were claimed or after.
      mayHoldMore = true;
      throw e;
    }
    List<Fresh> fresh =
        written.claimed().stream()
            .map(
                each ->
                    new Fresh(
                        each,
                        Optional.ofNullable(recipients.get(each.delivery().subscriberId())),
                        changes,
                        written.revision()))
            .toList();
    if (!fresh.isEmpty()) {
      add(fresh);
      filled.run();
    }
    return written.subscribers();
  }

  private synchronized void add(List<Fresh> fresh) {
    inHand.addAll(fresh);
  }

  private synchronized boolean hasRoom(int editions) {
    return isOpen && node.isHeld() && inHand.size() + editions <= most;
  }

  /** Waits while editions leave; once none did for so long, only after half of them have left. */
  private synchronized void awaitRoom(int editions) {
    isStalled &= inHand.size() > most / 2;
    try {
      while (isOpen && !isStalled && inHand.size() + editions > most && editions <= most) {
        int before = inHand.size();
        wait(PATIENCE.toMillis());
        isStalled = inHand.size() == before;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Who gets an edition that was in hand, as they stand now. */
  Optional<Recipient> recipient(Fresh edition) {
    return subscribers.changes() == edition.changes()
        ? edition.recipient()
        : subscribers.recipient(edition.delivery().subscriberId());
  }

  /** What an edition brings that was in hand, by what its papers are called now. */
  EditionContents contents(Fresh edition) {
    if (revision.get() == edition.revision()) {
      return edition.contents();
    }
    Delivery delivery = edition.delivery();
    return ledger
        .deliveries()
        .contents(List.of(delivery), new HashMap<>())
        .getOrDefault(delivery.id(), EditionContents.NOTHING);
  }

  /** Takes some out of it, longest in hand first. */
  synchronized List<Fresh> take(int limit) {
    List<Fresh> taken = new ArrayList<>();
    while (taken.size() < limit && !inHand.isEmpty()) {
      taken.add(inHand.remove());
    }
    if (!taken.isEmpty()) {
      notifyAll();
    }
    return taken;
  }

  synchronized boolean isEmpty() {
    return inHand.isEmpty();
  }

  /** Says that editions can be sent from now on; to be called when nothing is on the wire. */
  void open() {
    if (mayHoldMore) {
      close();
    }
    setOpen(true);
  }

  /**
   * Takes no more, and releases all that is claimed for this node; to be called when nothing is on
   * the wire.
   *
   * @return how many were released
   */
  int close() {
    closeSoon();
    handing.lock();
    try {
      clear();
      int released = ledger.claims().release(node.name());
      mayHoldMore = false;
      return released;
    } finally {
      handing.unlock();
    }
  }

  private synchronized void clear() {
    inHand.clear();
  }

  /** Takes no more; what is in hand stays so until {@link #close}. */
  void closeSoon() {
    setOpen(false);
  }

  private synchronized void setOpen(boolean open) {
    isOpen = open;
    notifyAll();
  }
}
