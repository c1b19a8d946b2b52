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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
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
  /** Some MB, and a second or two of a fast relay. */
  private static final int MOST = 2_000;

  /** How long planning waits for room while editions leave. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How often the revision of the papers is looked at. */
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final SubscriberStore subscribers;
  private final SendingNode node;
  private final InstantSource clock;
  private final int most;
  private Instant looked = Instant.MIN;
  private long revision;

  // Held from writing editions down until they are in hand, and while all are given back: what is
  // given back must not come into hand afterwards.
  private final ReentrantLock handing = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Deque<Fresh> inHand = new ArrayDeque<>();
  private boolean isOpen;
  private boolean isStalled;
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
    this.most = most;
    this.ledger = ledger;
    this.subscribers = subscribers;
    this.node = node;
    this.clock = clock;
  }

  /**
   * An edition in hand, as long as nothing that it was read from has changed.
   *
   * @param recipient as they were when there had been so many changes of subscribers
   * @param revision of the papers
   */
  record Fresh(WrittenBatch.Claimed claimed, Recipient recipient, long changes, long revision) {
    Delivery delivery() {
      return claimed.delivery();
    }

    EditionContents contents() {
      return new EditionContents(claimed.edition().papers(), claimed.edition().notes());
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
      if (!hasRoom(plans.editions().size())) {
        return ledger.plans().plan(plans, planning);
      }
      WrittenBatch written = ledger.plans().claim(plans, planning, node.name());
      take(written);
      return written.subscribers();
    } finally {
      handing.unlock();
    }
  }

  private void take(WrittenBatch written) {
    if (written.claimed().isEmpty()) {
      return;
    }
    long changes = subscribers.changes(); // Before they are read, so that none is missed.
    Map<Long, Recipient> recipients =
        subscribers.recipients(
            written.claimed().stream().map(each -> each.delivery().subscriberId()).toList());
    lock.lock();
    try {
      for (WrittenBatch.Claimed each : written.claimed()) {
        // Of whoever was erased meanwhile the ledger has no row either.
        Recipient recipient = recipients.get(each.delivery().subscriberId());
        if (recipient != null) {
          inHand.add(new Fresh(each, recipient, changes, written.revision()));
        }
      }
    } finally {
      lock.unlock();
    }
    filled.run();
  }

  private boolean hasRoom(int editions) {
    lock.lock();
    try {
      return isOpen && node.isHeld() && inHand.size() + editions <= most;
    } finally {
      lock.unlock();
    }
  }

  /** Waits while editions leave; once none did for so long, only after half of them have left. */
  private void awaitRoom(int editions) {
    lock.lock();
    try {
      isStalled &= inHand.size() > most / 2;
      long left = PATIENCE.toNanos();
      while (isOpen && !isStalled && inHand.size() + editions > most && editions <= most) {
        int before = inHand.size();
        left = room.awaitNanos(left);
        if (inHand.size() < before) {
          left = PATIENCE.toNanos();
        } else if (left <= 0) {
          isStalled = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Papers that turn out to be one do so when a source is read, so a second is soon enough. */
  private synchronized long revision() {
    Instant now = clock.instant();
    if (now.isBefore(looked) || Duration.between(looked, now).compareTo(PACE) >= 0) {
      revision = ledger.plans().revision();
      looked = now;
    }
    return revision;
  }

  /** Who gets an edition that was in hand, as they stand now. */
  Optional<Recipient> recipient(Fresh edition) {
    return subscribers.changes() == edition.changes()
        ? Optional.of(edition.recipient())
        : subscribers.recipient(edition.recipient().subscriber().id());
  }

  /** What an edition brings that was in hand, by what its papers are called now. */
  EditionContents contents(Fresh edition) {
    if (revision() == edition.revision()) {
      return edition.contents();
    }
    Delivery delivery = edition.delivery();
    return ledger
        .deliveries()
        .contents(List.of(delivery), new HashMap<>())
        .getOrDefault(delivery.id(), EditionContents.NOTHING);
  }

  /** Takes some out of it, longest in hand first. */
  List<Fresh> take(int limit) {
    lock.lock();
    try {
      List<Fresh> taken = new ArrayList<>();
      while (taken.size() < limit && !inHand.isEmpty()) {
        taken.add(inHand.remove());
      }
      room.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return inHand.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Says that editions can be sent from now on. */
  void open() {
    lock.lock();
    try {
      isOpen = true;
    } finally {
      lock.unlock();
    }
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
      lock.lock();
      try {
        inHand.clear();
      } finally {
        lock.unlock();
      }
      return ledger.claims().release(node.name());
    } finally {
      handing.unlock();
    }
  }

  /** Takes no more; what is in hand stays so until {@link #close}. */
  void closeSoon() {
    lock.lock();
    try {
      isOpen = false;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
