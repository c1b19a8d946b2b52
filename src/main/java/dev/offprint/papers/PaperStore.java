package dev.offprint.papers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps papers and the history of their signals. */
public interface PaperStore {
  /**
   * Records sightings, all of them or, if the database fails, none. A known paper keeps its day of
   * announcement and takes the newer text and links; an equal observation of a signal is not
   * written twice.
   */
  Intake record(Collection<Sighting> sightings);

  Optional<Candidate> find(PaperId id);

  /** Those of the papers that are known, by id. */
  default Map<PaperId, Candidate> find(Collection<PaperId> ids) {
    Map<PaperId, Candidate> known = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(candidate -> known.put(id, candidate)));
    return known;
  }

  /**
   * The papers announced from {@code from} to {@code to}, both inclusive, withdrawn ones left out,
   * newest day first.
   */
  List<Candidate> announced(LocalDate from, LocalDate to);

  /** Every observation for one paper, oldest first. */
  List<Signal> history(PaperId id);

  /** Hands over every paper, in no order, without holding all of them in memory. */
  void forEach(Consumer<Candidate> consumer);
}
