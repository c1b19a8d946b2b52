package dev.offprint.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Whose turn it is: keeps the {@link SendingLimits}, and leaves a recipient domain alone for a
 * while that asked for it. Safe for use by many threads.
 */
public final class SendingThrottle {
  /** How long a domain is left alone at first; twice as long each time that it asks again. */
  static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** Messages of a domain that know their turn; those behind them ask again later. */
  private static final int MOST_PROMISED = 10_000;

  private static final Duration SLICE = Duration.ofSeconds(1);

  private final SendingLimits limits;
  private final IntSupplier nodes;
  private final Waiting waiting;
  private final Map<String, Domain> domains = new HashMap<>();
  private Instant next = Instant.MIN;

  /** How waiting is done; a test ticks its clock instead. */
  @FunctionalInterface
  interface Waiting {
    void span(Duration span);
  }

  /**
   * Keeps the limits together with other nodes.
   *
   * @param nodes how many share them, this one included: each keeps an equal part
   */
  public SendingThrottle(SendingLimits limits, IntSupplier nodes) {
    this(limits, nodes, SendingThrottle::park);
  }

  SendingThrottle(SendingLimits limits, IntSupplier nodes, Waiting waiting) {
    this.limits = limits;
    this.nodes = nodes;
    this.waiting = waiting;
  }

  private static void park(Duration span) {
    LockSupport.parkNanos(span.toNanos());
  }

  int connections() {
    return limits.connections();
  }

  private static final class Domain {
    private int onTheWire;
    private Instant next = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;
    private Duration lastPause = Duration.ZERO;
    private final Set<Long> promised = new HashSet<>();

    private boolean isIdle(Instant now) {
      return onTheWire == 0 && promised.isEmpty() && !next.isAfter(now) && lastPause.isZero();
    }
  }

  /**
   * Waits until the next message of all may leave.
   *
   * @return false as soon as sending has ended meanwhile
   */
  boolean await(InstantSource clock, BooleanSupplier over) {
    Instant turn = ofAll(clock.instant());
    for (Instant now = clock.instant(); turn.isAfter(now); now = clock.instant()) {
      if (over.getAsBoolean()) {
        return false;
      }
      waiting.span(shorter(Duration.between(now, turn), SLICE));
    }
    return true;
  }

  private synchronized Instant ofAll(Instant now) {
    if (limits.perSecond() == 0) {
      return now;
    }
    Instant turn = later(next, now);
    next = turn.plus(each(Duration.ofSeconds(1), limits.perSecond()));
    return turn;
  }

  /** Whether as many messages to a domain are on the wire as may be. */
  synchronized boolean isBusy(String domain) {
    return limits.domainConnections() > 0
        && domains.containsKey(domain)
        && domain(domain).onTheWire >= Math.max(1, limits.domainConnections() / nodes.getAsInt());
  }

  /** What is between two messages of this node when all nodes have so many in a span. */
  private Duration each(Duration span, int messages) {
    return span.multipliedBy(nodes.getAsInt()).dividedBy(messages);
  }

  synchronized void begin(String domain) {
    domain(domain).onTheWire++;
  }

  synchronized void end(String domain, Instant now) {
    domain(domain).onTheWire--;
    domains.computeIfPresent(domain, (name, known) -> known.isIdle(now) ? null : known);
  }

  /**
   * When a message may go to its domain; a later instant than {@code now} is its turn, and it is to
   * ask again then.
   */
  synchronized Instant of(String domain, long delivery, Instant now) {
    Domain known = domain(domain);
    boolean isPaused = known.pausedUntil.isAfter(now);
    if (known.promised.remove(delivery) && !isPaused) {
      return now;
    }
    Instant turn = later(later(known.next, known.pausedUntil), now);
    if (known.promised.size() >= MOST_PROMISED) {
      return turn;
    }
    if (limits.domainPerMinute() > 0) {
      known.next = turn.plus(each(Duration.ofMinutes(1), limits.domainPerMinute()));
    }
    if (turn.isAfter(now)) {
      known.promised.add(delivery);
    }
    return turn;
  }

  /** Leaves a domain alone for a while, after it asked for it; says until when. */
  synchronized Instant slowDown(String domain, Instant now) {
    Domain known = domain(domain);
    // Messages that were on the wire at the same time are told the same thing.
    if (!known.pausedUntil.isAfter(now)) {
      Duration twice = known.lastPause.multipliedBy(2);
      known.lastPause = twice.isZero() ? FIRST_PAUSE : shorter(twice, LONGEST_PAUSE);
      known.pausedUntil = now.plus(known.lastPause);
    }
    return known.pausedUntil;
  }

  /** A domain has taken a message: what it asked for is over. */
  synchronized void taken(String domain, Instant now) {
    Domain known = domain(domain);
    if (!known.pausedUntil.isAfter(now)) {
      known.lastPause = Duration.ZERO;
    }
  }

  private Domain domain(String name) {
    return domains.computeIfAbsent(name, each -> new Domain());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
