package dev.offprint.sending;

import dev.offprint.db.NodeLease;
import dev.offprint.db.NodeShare;
import java.util.List;

/**
 * One of several that share a database: it holds what it has claimed as long as its lease lasts.
 *
 * @param lease started
 */
public record LeasedNode(NodeLease lease, SentJournal journal) implements SendingNode {
  @Override
  public String name() {
    return lease.name();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean isHeld() {
    return lease.isHeld();
  }

  @Override
  public void regain() {
    lease.join();
  }

  @Override
  public List<String> gone() {
    return lease.ended();
  }

  @Override
  public boolean isAtWork(String name) {
    return lease.isAlive(name);
  }

  @Override
  public NodeShare share() {
    return lease.share();
  }
}
