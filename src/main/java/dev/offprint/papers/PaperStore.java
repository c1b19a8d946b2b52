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
   * Records sightings, all of them or, if the database fails, none. What the store holds in the end
   * does not depend on the order in which sightings come or on how they are parted into calls:
   *
   * <ul>
   *   <li>Sightings that share an id are of one paper, and so are those of nearly the same day with
   *       the same title and first author. It has the preferred one of all its ids.
   *   <li>Each part of its text, and each link, is taken from the source that knows best, and of
   *       one source from the latest sighting. It has the categories of all, the primary one first.
   *   <li>It keeps the earliest of each date, so a paper never becomes new again. What a source
   *       states of the day of the announcement counts before what is worked out for that source,
   *       and a guess counts only as long as nobody knows better.
   *   <li>Every observation of a signal is kept, once.
   * </ul>
   */
  Intake record(Collection<Sighting> sightings);

  /**
   * Records several lots, such as files, as one: all of them or none. Small lots cost less
   * together.
   *
   * @return what each lot changed, in their order
   */
  default List<Intake> recordEach(List<? extends Collection<Sighting>> lots) {
    return lots.stream().map(this::record).toList();
  }

  /** The paper that this id names, which may be known by another one by now. */
  Optional<Candidate> find(PaperId id);

  /** Those of the papers that are known, by the id that was asked for. */
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

  /**
   * A number that is higher each time that a paper was added, merged into another or came to look
   * different, in whichever process; asking costs next to nothing. What changes together has one
   * number.
   */
  long revision();

  /**
   * Hands over every paper that was added or came to look different after a revision, in no order,
   * without holding all of them in memory.
   *
   * @param revision as {@link #revision()} was; -1 for all papers
   */
  void changedSince(long revision, Consumer<Candidate> consumer);

  /**
   * The other ids of what {@link #changedSince} hands over: papers that were merged into one since
   * then are among them, and no paper that is kept is.
   */
  List<PaperId> mergedSince(long revision);

  /**
   * The days on which papers were announced, newest first.
   *
   * @param before only days before this one
   * @param limit the most days, at least 1
   */
  List<AnnouncedDay> announcedDays(LocalDate before, int limit);
}
