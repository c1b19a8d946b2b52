package dev.offprint.ledger;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the ledger tells. Every method is one transaction. */
public interface DeliveryStore {
  /** A delivery by its id. */
  Optional<Delivery> find(long id);

  /** A subscriber's row for a day. */
  Optional<Delivery> edition(long subscriberId, LocalDate day);

  /** Deliveries of a day (all days when null) with a status (all when null), newest day first. */
  List<Delivery> list(@Nullable LocalDate day, Delivery.@Nullable Status status);

  /** A subscriber's editions of a day and of later ones, sent or not, newest day first. */
  List<Delivery> editions(long subscriberId, LocalDate since);

  /** A subscriber's deliveries, newest first, at most {@code limit}. */
  List<Delivery> of(long subscriberId, int limit);

  /**
   * What some editions hold, by the ids; whatever holds nothing is left out.
   *
   * @param known papers that were looked up before and need not be again; those that are looked up
   *     now are added
   */
  Map<Long, EditionContents> contents(List<Delivery> editions, Map<PaperId, Candidate> known);

  /** The papers of some editions in order, by the ids; whatever has none is left out. */
  default Map<Long, List<ChosenPaper>> papers(List<Delivery> editions) {
    Map<Long, List<ChosenPaper>> papers = new HashMap<>();
    contents(editions, new HashMap<>())
        .forEach((delivery, contents) -> papers.put(delivery, contents.papers()));
    return papers;
  }

  /** What one edition holds. */
  default EditionContents contents(Delivery edition) {
    return contents(List.of(edition), new HashMap<>())
        .getOrDefault(edition.id(), EditionContents.NOTHING);
  }

  /** The papers of one edition, in order. */
  default List<ChosenPaper> papers(Delivery edition) {
    return contents(edition).papers();
  }

  /** The days of a day and of later ones that have a row, by the subscribers who have any. */
  Map<Long, Set<LocalDate>> editionDays(LocalDate since);

  /**
   * How many papers a subscriber was sent for each interest, in the editions of {@code from} and
   * later days, by the text of the interest, however far it reached then; an interest for which
   * there was none is not in it.
   */
  Map<String, Integer> matched(long subscriberId, LocalDate from);

  /** Those of some subscribers to whom an edition of a day or of a later one has left. */
  Set<Long> mailedSince(Collection<Long> subscriberIds, LocalDate day);

  /** How many editions of a day and of later ones have each status; what none has is left out. */
  Map<Delivery.Status, Integer> counts(LocalDate since);

  /** How many deliveries have each status. */
  Map<Delivery.Status, Integer> counts();

  /** When the last mail but those that ask to confirm was planned, if there is any. */
  Optional<Instant> lastPlanned();

  /** When the next attempt is due, if anything is waiting. */
  Optional<Instant> nextAttempt();

  /**
   * The day from which on every edition is there, because only earlier ones were ever forgotten;
   * empty when none was. Who was sent a paper that was announced before is not known, so it is sent
   * to nobody any more.
   */
  Optional<LocalDate> retainedSince();
}
