package dev.offprint.sending;

import dev.offprint.db.NodeShare;
import java.util.List;

/** The only one of its database that sends, as long as it lives. */
record SoleNode(String name, SentJournal journal) implements SendingNode {
  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean isHeld() {
    return true;
  }

  @Override
  public void regain() {}

  @Override
  public List<String> gone() {
    return List.of();
  }

  @Override
  public boolean isAtWork(String other) {
    return other.equals(name);
  }

  @Override
  public NodeShare share() {
    return NodeShare.WHOLE;
  }
}
