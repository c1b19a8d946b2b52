package dev.offprint.sending;

import dev.offprint.db.NodeShare;
import java.util.List;

/** A process that sends. */
public interface SendingNode {
  /**
   * Its name among those that use the same database. What a killed process of the same name had
   * claimed is sent again, so no two living ones may share it.
   */
  String name();

  /** What it has sent and not yet written into the ledger. */
  SentJournal journal();

  /** Whether others may take over what it has claimed, who do not see its journal. */
  boolean isShared();

  /** Whether what it has claimed is its own, at this moment. */
  boolean isHeld();

  /** Has it hold again what it claims from now on, once it was not its own; its name may change. */
  void regain();

  /** The names of others that are gone since this was last asked. */
  List<String> gone();

  /** Whether a node of this name, this one included, may be sending what it has claimed. */
  boolean isAtWork(String name);

  /** Its part of what is divided among the nodes: the limits of the relay, and planning. */
  NodeShare share();
}
