package dev.offprint.sending;

import dev.offprint.db.NodeShare;
import dev.offprint.ledger.Ledger;
import dev.offprint.metrics.SendingMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the ledger says is due, over several connections at once.
 *
 * <p>What became of a message is written down before its connection takes the next one. While the
 * relay cannot be used, nothing is tried and no message loses an attempt.
 */
public final class Dispatcher {
  /** How long {@link #stop} waits for the messages that are on the wire. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Ledger ledger;
  private final Composer composer;
  private final MailTransport transport;
  private final RetryRules retries;
  private final InstantSource clock;
  private final SendingNode node;
  private final SendingThrottle turns;
  private final Outbox outbox;

  private final ReentrantLock draining = new ReentrantLock();
  private volatile boolean stopped;
  // Until the first time the process before this one may have.
  private boolean brokenOff = true;
  private volatile @Nullable RelayPause pause;
  private volatile SendingMeters meters = SendingMeters.unpublished();

  private record RelayPause(String why, boolean mayPass, Instant until, int failures) {}

  /**
   * Sends what is due for one node; nothing runs yet.
   *
   * @param turns how fast messages may leave, over how many connections
   */
  public Dispatcher(
      Ledger ledger,
      Composer composer,
      MailTransport transport,
      RetryRules retries,
      InstantSource clock,
      SendingNode node,
      SendingThrottle turns) {
    this.ledger = ledger;
    this.composer = composer;
    this.transport = transport;
    this.retries = retries;
    this.clock = clock;
    this.node = node;
    this.turns = turns;
    this.outbox = new Outbox(ledger, composer.subscribers(), node, clock);
  }

  /** Where this process writes down what it plans, to send it without reading it back. */
  public Outbox outbox() {
    return outbox;
  }

  /** The part of this process of what is divided among those that use the same database. */
  public NodeShare share() {
    return node.share();
  }

  /** Has what it does counted there; before it sends anything. */
  public Dispatcher measuredBy(SendingMeters published) {
    meters = published;
    return this;
  }

  /**
   * Works through everything that is due. While the relay is given a rest, does nothing and reports
   * why. One call at a time works; others wait for it.
   *
   * @throws RuntimeException when the ledger cannot be read or written; the claimed deliveries are
   *     released by the next call
   */
  public DispatchReport drain() {
    draining.lock();
    try {
      RelayPause current = pause;
      if (stopped || (current != null && clock.instant().isBefore(current.until()))) {
        return new DispatchReport(
            0,
            0,
            0,
            0,
            current == null ? null : current.why(),
            current == null || current.mayPass());
      }
      if (brokenOff) {
        release();
      }
      takeOver();
      brokenOff = true;
      DispatchReport report = drainDue(current == null ? 0 : current.failures());
      brokenOff = false;
      return report;
    } finally {
      draining.unlock();
    }
  }

  private void release() {
    // First, or it would be sent again.
    SentBatch.recover(ledger.settlements(), clock, node.journal());
    int released = outbox.close();
    // What was claimed under names that nobody bears, such as in a database that was copied.
    for (String other : ledger.claims().claimants()) {
      released += node.isAtWork(other) ? 0 : ledger.claims().release(other);
    }
    if (released > 0) {
      log.warn(
          "{} mails were being sent when sending last broke off; they are sent again", released);
    }
  }

  /** Has this node hold what it claims, and sends what nodes had claimed that are gone. */
  private void takeOver() {
    if (!node.isHeld()) {
      outbox.close();
      node.regain();
    }
    for (String gone : node.gone()) {
      int released = ledger.claims().release(gone);
      if (released > 0) {
        log.warn(
            "{} mails that node {} had claimed are sent by others: it is gone", released, gone);
      }
    }
  }

  private DispatchReport drainDue(int failures) {
    outbox.open();
    Claims claims = new Claims(ledger, outbox, clock, node, composer::domains, turns);
    SentBatch together =
        new SentBatch(
            ledger.settlements(),
            clock,
            node.journal(),
            // Others do not see the journal, so what was sent is in the ledger before the next.
            node.isShared() ? 1 : SentBatch.AT_ONCE);
    DispatchRun drain =
        new DispatchRun(
            composer,
            transport,
            outbox,
            claims,
            new OutcomeRecorder(ledger.settlements(), retries, clock, together, meters),
            new Halt(
                () -> stopped || !node.isHeld(),
                () -> ledger.claims().pausedSince().isPresent(),
                clock));
    DispatchReport report = drain.run(turns.connections());
    String problem = report.relayProblem();
    if (problem == null) {
      pause = null;
    } else {
      outbox.close();
      int before = drain.relayAnswered() ? 0 : failures;
      Instant until = clock.instant().plus(retries.relayPause(before));
      pause = new RelayPause(problem, report.mayPass(), until, before + 1);
      log.warn("sending is paused until {}: {}", until, problem);
    }
    return report;
  }

  /**
   * Why nothing is sent for now, in one line that says what to do; empty while the relay is used.
   */
  public Optional<String> relayProblem() {
    return Optional.ofNullable(pause).map(RelayPause::why);
  }

  /** Until when the relay is given a rest; empty while it is used. */
  public Optional<Instant> restsUntil() {
    return Optional.ofNullable(pause).map(RelayPause::until);
  }

  /**
   * Claims no more, now and later, and waits up to ten seconds for the messages on the wire.
   *
   * @return whether all of them were settled; if not, they may go out a second time after the next
   *     start
   */
  public boolean stop() {
    stopped = true;
    outbox.closeSoon();
    try {
      boolean idle = draining.tryLock(GRACE.toSeconds(), TimeUnit.SECONDS);
      if (idle) {
        try {
          return giveBack();
        } finally {
          draining.unlock();
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What came into hand after the last run is left to whoever sends next; says whether it is. */
  private boolean giveBack() {
    try {
      if (!outbox.isEmpty()) {
        outbox.close();
      }
      return true;
    } catch (RuntimeException e) {
      log.warn("what was still to be sent is so only after the next start: {}", e.getMessage());
      return false;
    }
  }

  boolean stopped() {
    return stopped;
  }
}
