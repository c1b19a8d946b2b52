package dev.offprint.db;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease of this process, renewed by a thread of its own. Whether it holds is told by this
 * machine's time since it was last renewed, so a process that was frozen past it knows at once when
 * it goes on, without asking anybody; and it always ends here before it ends for the others. Safe
 * for use by many threads.
 */
public final class NodeLease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
  private static final Duration PACE = Duration.ofSeconds(5);

  /** Less than the others wait, by what two machines may differ in how fast time passes. */
  private static final long VALID = JdbiNodes.LEASE.minusSeconds(2).toNanos();

  private final JdbiNodes nodes;
  private final String host;
  private final String version;
  private final LongSupplier nanoTime;
  private final ScheduledExecutorService renewing =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("lease").unstarted(task));
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private volatile State state = new State("", 0, false, NodeShare.WHOLE);

  private record State(String name, long renewedAt, boolean isHeld, NodeShare share) {}

  /**
   * A lease that nobody holds yet.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  public NodeLease(JdbiNodes nodes, String host, String version, LongSupplier nanoTime) {
    this.nodes = nodes;
    this.host = host;
    this.version = version;
    this.nanoTime = nanoTime;
  }

  /** Joins under a new name, and renews the lease from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // what fails is tried again
  public void start() {
    join();
    renewing.scheduleWithFixedDelay(
        this::renewQuietly, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Joins anew, under another name, once the lease is lost; what was claimed before is not ours.
   */
  public synchronized void join() {
    long before = nanoTime.getAsLong();
    String name = UUID.randomUUID().toString();
    nodes.join(name, host, version);
    state = new State(name, before, true, share(name));
  }

  private void renewQuietly() {
    try {
      renew();
    } catch (RuntimeException e) {
      // While the database is away it may still come back in time.
      LOG.debug("The lease could not be renewed", e);
    }
  }

  /** Renews the lease, as happens every few seconds. */
  synchronized void renew() {
    State last = state;
    if (!last.isHeld()) {
      return;
    }
    long before = nanoTime.getAsLong();
    if (nodes.renew(last.name())) {
      state = new State(last.name(), before, true, share(last.name()));
    } else {
      state = new State(last.name(), last.renewedAt(), false, last.share());
      LOG.warn("this node was away for so long that others have taken over what it had claimed");
    }
  }

  private NodeShare share(String name) {
    List<String> alive =
        nodes.all().stream().filter(Node::isAlive).map(Node::name).sorted().toList();
    int index = alive.indexOf(name);
    return index < 0 ? NodeShare.WHOLE : new NodeShare(index, alive.size());
  }

  /** The name under which this process claims; another one after it was lost. */
  public String name() {
    return state.name();
  }

  /** Whether what this process has claimed is its own. */
  public boolean isHeld() {
    State now = state;
    return now.isHeld() && nanoTime.getAsLong() - now.renewedAt() < VALID;
  }

  /** Whether the lease of a node lasts, by what the database says now. */
  public boolean isAlive(String node) {
    return nodes.all().stream().anyMatch(each -> each.isAlive() && each.name().equals(node));
  }

  /** The part of this node of what is divided among the nodes that are alive. */
  public NodeShare share() {
    return state.share();
  }

  /** The names of nodes whose leases have ended since this was last asked. */
  public List<String> ended() {
    return nodes.all().stream()
        .filter(node -> !node.isAlive())
        .map(Node::name)
        .filter(ended::add)
        .toList();
  }

  /** Renews it no more; if the node did not leave before, its lease ends by itself. */
  @Override
  public void close() {
    renewing.shutdownNow();
  }

  /** Leaves, with nothing claimed: nobody need look whether there was anything. */
  public void leave() {
    try {
      nodes.leave(name());
    } catch (RuntimeException e) {
      // Its lease ends by itself.
      LOG.debug("The node could not say that it leaves", e);
    }
  }
}
