package dev.offprint.papers;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Takes some sightings in: finds out of which works they are, and writes what they add. */
final class JdbiIntake {
  private final Handle handle;
  private final JdbiRevision revision;
  private final List<Sighting> sightings;
  private final PaperIdentities kinship = new PaperIdentities();
  private final JdbiSignals signals = new JdbiSignals();
  private final Map<PaperId, MergedWork> added = new LinkedHashMap<>();
  private final Map<PaperId, MergedWork> changed = new LinkedHashMap<>();

  /** Those that were known and look different now, or are others too. */
  private final Set<PaperId> revised = new LinkedHashSet<>();

  /** From each paper that turned out to be another one too to that one. */
  private final Map<PaperId, PaperId> absorbed = new LinkedHashMap<>();

  private JdbiIntake(Handle handle, JdbiRevision revision, List<Sighting> sightings) {
    this.handle = handle;
    this.revision = revision;
    this.sightings = sightings;
  }

  /** Takes them in with a few statements, however many they are. */
  static Intake take(Handle handle, JdbiRevision revision, List<Sighting> sightings) {
    return new JdbiIntake(handle, revision, sightings).take();
  }

  private Intake take() {
    Set<PaperId> named = named();
    JdbiTitles titles =
        JdbiTitles.of(handle, sightings.stream().flatMap(s -> TitleKey.of(s).stream()).toList());
    Set<PaperId> ids = new LinkedHashSet<>(named);
    ids.addAll(titles.ids());
    Map<PaperId, PaperId> known = JdbiPaperIds.papers(handle, ids);
    known.forEach(kinship::unite);
    titles.tell(kinship);

    Intake intake = join(new LinkedHashSet<>(known.values()));
    Map<PaperId, PaperId> newIds = new LinkedHashMap<>();
    for (PaperId id : named) {
      if (!known.containsKey(id)) {
        newIds.put(id, kinship.preferred(id));
      }
    }
    write(newIds);
    titles.write(handle);
    return intake;
  }

  /** All ids that the sightings name; those of one sighting name one work. */
  private Set<PaperId> named() {
    Set<PaperId> named = new LinkedHashSet<>();
    for (Sighting sighting : sightings) {
      PaperId id = sighting.paper().id();
      named.add(id);
      for (PaperId other : sighting.alsoKnownAs()) {
        named.add(other);
        kinship.unite(id, other);
      }
    }
    return named;
  }

  private Intake join(Collection<PaperId> papers) {
    Map<PaperId, List<PaperId>> papersOf = kinship.works(papers);
    Map<PaperId, MergedWork> before = JdbiWorks.find(handle, papers);
    Map<PaperId, MergedWork> seen = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      PaperId work = kinship.preferred(sighting.paper().id());
      seen.merge(work, MergedWork.of(sighting), MergedWork::join);
      signals.add(work, sighting);
    }
    int updated = 0;
    for (var entry : seen.entrySet()) {
      List<PaperId> parts = papersOf.getOrDefault(entry.getKey(), List.of());
      if (write(entry.getKey(), parts, entry.getValue(), before)) {
        updated++;
      }
    }
    int fresh = (int) seen.keySet().stream().filter(work -> !papersOf.containsKey(work)).count();
    return new Intake(fresh, updated, seen.size() - fresh - updated);
  }

  /**
   * Notes what is to be written of one work.
   *
   * @param parts the papers that it was until now
   * @return whether a known work looks different now
   */
  private boolean write(
      PaperId work, List<PaperId> parts, MergedWork seen, Map<PaperId, MergedWork> before) {
    MergedWork after = seen;
    for (PaperId part : parts) {
      after = after.join(Objects.requireNonNull(before.get(part)));
      if (!part.equals(work)) {
        absorbed.put(part, work);
      }
    }
    if (!parts.contains(work)) {
      added.put(work, after);
      return !parts.isEmpty();
    }
    MergedWork was = Objects.requireNonNull(before.get(work));
    boolean absorbs = parts.size() > 1;
    if (after.equals(was) && !absorbs) {
      return false;
    }
    changed.put(work, after);
    if (absorbs || !after.looksLike(was)) {
      revised.add(work);
    }
    return !after.equals(was) && revised.contains(work);
  }

  /** In the order that the references between the tables ask for. */
  private void write(Map<PaperId, PaperId> newIds) {
    if (!added.isEmpty()) {
      JdbiWorks.insert(handle, added, revision.take());
    }
    if (!changed.isEmpty()) {
      JdbiWorks.update(handle, changed, revised, revised.isEmpty() ? 0 : revision.take());
    }
    if (!absorbed.isEmpty()) {
      JdbiPaperIds.absorb(handle, absorbed);
      signals.absorb(handle, absorbed);
      JdbiWorks.delete(handle, absorbed.keySet());
    }
    JdbiPaperIds.add(handle, newIds);
    signals.write(handle);
  }
}
