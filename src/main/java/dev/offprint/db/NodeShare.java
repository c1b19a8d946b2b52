package dev.offprint.db;

import java.util.Collection;
import java.util.List;

/**
 * The part that one of several nodes has of work that is divided among them, by the numbers of the
 * rows that it is about. Together the nodes have all of it. When one comes or goes, each learns so
 * in a moment of its own, and meanwhile two may have the same part.
 *
 * @param index of the node among them, from 0
 * @param of how many nodes there are, at least 1
 */
public record NodeShare(int index, int of) {
  /** All of it. */
  public static final NodeShare WHOLE = new NodeShare(0, 1);

  /**
   * Rows are divided into so many parts, and nodes have whole parts: so different nodes lock
   * different parts. More nodes than this have nothing to do.
   */
  public static final int PARTS = 64;

  public NodeShare {
    if (index < 0 || index >= of) {
      throw new IllegalArgumentException(index + " of " + of);
    }
  }

  /** The different parts in which rows are, in order. */
  static List<Integer> parts(Collection<Long> ids) {
    return ids.stream().map(NodeShare::part).distinct().sorted().toList();
  }

  private static int part(long id) {
    return (int) (id % PARTS);
  }
}
