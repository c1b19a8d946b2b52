package dev.offprint.papers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which ids name the same work, as far as has been told; the preferred id stands for all. */
final class PaperIdentities {
  private final Map<PaperId, PaperId> parents = new HashMap<>();

  /** Learns that two ids name one work. */
  void unite(PaperId one, PaperId other) {
    PaperId first = preferred(one);
    PaperId second = preferred(other);
    if (first.equals(second)) {
      return;
    }
    if (PaperId.PREFERENCE.compare(first, second) < 0) {
      parents.put(second, first);
    } else {
      parents.put(first, second);
    }
  }

  /** The preferred id of the work that this id names. */
  PaperId preferred(PaperId id) {
    PaperId root = id;
    for (PaperId next = parents.get(root); next != null; next = parents.get(root)) {
      root = next;
    }
    for (PaperId at = id; !at.equals(root); ) {
      PaperId next = parents.put(at, root);
      at = next == null ? root : next;
    }
    return root;
  }

  /** The ids by the preferred one of their work, in the order given. */
  Map<PaperId, List<PaperId>> works(Collection<PaperId> ids) {
    Map<PaperId, List<PaperId>> works = new LinkedHashMap<>();
    ids.forEach(id -> works.computeIfAbsent(preferred(id), key -> new ArrayList<>()).add(id));
    return works;
  }
}
