package dev.offprint.ledger;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The record of every mail that is to get out exactly once. Every method is one transaction. */
public interface Ledger {
  /**
   * Writes down a day for many subscribers: editions, due at once, and skipped days.
   *
   * @return the subscribers who gained a row; not those who have one for that day already, and not
   *     those who were sent one of the papers meanwhile, under whatever id
   */
  Set<Long> plan(PlannedBatch plans, Delivery.Planning planning);

  /** Writes down that a new subscriber is to be asked to confirm. */
  Delivery askToConfirm(long subscriberId, Instant now);

  /** Those of some subscribers who were asked to confirm at an instant or later. */
  Set<Long> askedSince(Instant instant, Collection<Long> subscriberIds);

  /** Writes down that a subscriber is to get the link to their preferences. */
  Delivery sendLink(long subscriberId, Instant now);

  /** The notice of a kind that was written down for a subscriber last. */
  Optional<Delivery> newest(long subscriberId, Delivery.Kind kind);

  /** A subscriber's row for a day. */
  Optional<Delivery> edition(long subscriberId, LocalDate day);

  /**
   * What is known of subscribers' editions of a day and of later ones; whoever has none is left
   * out.
   */
  Map<Long, History> histories(Collection<Long> subscriberIds, LocalDate since);

  /**
   * Takes the deliveries whose attempts are due longest, longest first, and marks them {@code
   * SENDING} for this node. Two callers, in one process or in two, never get the same one.
   *
   * @param most how many are taken
   */
  List<Delivery> claim(String node, Instant now, int most);

  /**
   * Settles deliveries as sent, whatever happened to their claims: they have left.
   *
   * @param responses what the relay said to each, by the ids
   */
  void sent(Map<Long, String> responses, Instant now);

  /** Puts a claimed delivery back until {@code nextAttempt} and counts the attempt. */
  void deferred(long id, String why, Instant nextAttempt);

  /**
   * Puts a claimed delivery back until {@code nextAttempt} without counting an attempt, because it
   * was not judged.
   */
  void putBack(long id, String why, Instant nextAttempt);

  /**
   * Plans anew a delivery that has failed, due at once, with its papers and its Message-ID; any
   * other is left alone.
   *
   * @return whether it had failed
   */
  boolean retry(long id, Instant now);

  /**
   * Makes a delivery that waits for its next attempt due at once; a settled or claimed one is left
   * alone.
   */
  void hasten(long id, Instant now);

  /** Settles a claimed delivery as failed for good. */
  void failed(long id, String why, Instant now);

  /** Settles a claimed delivery as failed without another attempt, because its time is over. */
  void expired(long id, String why, Instant now);

  /**
   * Settles a claimed delivery as not to be sent. Its papers are free again: the subscriber has not
   * seen them.
   */
  void skipped(long id, String why, Instant now);

  /**
   * Writes down that a delivery that was sent came back; one that is not sent, or is known to have
   * come back, is left alone.
   *
   * @param status bounced or complained
   * @return whether the row was changed
   */
  boolean returned(long id, Delivery.Status status, String why);

  /** The delivery with a Message-ID, with its angle brackets. */
  Optional<Delivery> findByMessageId(String messageId);

  /**
   * The delivery whose Message-ID has this local part, at the domain that they are made under now.
   */
  Optional<Delivery> findByToken(String token);

  /**
   * Makes due again what this node had claimed when it was killed, before all others, as those were
   * due longest; says how many.
   */
  int release(String node);

  /** The papers that a subscriber was sent or is about to be sent. */
  Set<PaperId> sentTo(long subscriberId);

  /**
   * How many papers a subscriber was sent for each interest, in the editions of {@code from} and
   * later days; an interest for which there was none is not in it.
   */
  Map<Interest, Integer> matched(long subscriberId, LocalDate from);

  /**
   * The papers of some editions in order, by the ids; whatever has none is left out.
   *
   * @param known papers that were looked up before and need not be again; those that are looked up
   *     now are added
   */
  Map<Long, List<ChosenPaper>> papers(List<Delivery> editions, Map<PaperId, Candidate> known);

  /** The papers of one edition, in order. */
  default List<ChosenPaper> papers(Delivery edition) {
    return papers(List.of(edition), new HashMap<>()).getOrDefault(edition.id(), List.of());
  }

  /**
   * Deletes a portion of the deliveries that were settled before an instant, with their papers: of
   * editions only those of days before it, of notices all. What is not settled stays.
   *
   * @return how many; to be called again until there are none
   */
  int forget(Instant before);

  /**
   * The day from which on every edition is there, because only earlier ones were ever forgotten;
   * empty when none was. Who was sent a paper that was announced before is not known, so it is sent
   * to nobody any more.
   */
  Optional<LocalDate> keptSince();

  Optional<Delivery> find(long id);

  /** Deliveries of a day (all days when null) with a status (all when null), newest day first. */
  List<Delivery> list(@Nullable LocalDate day, Delivery.@Nullable Status status);

  /** A subscriber's editions of a day and of later ones, sent or not, newest day first. */
  List<Delivery> editions(long subscriberId, LocalDate since);

  /** A subscriber's deliveries, newest first, at most {@code limit}. */
  List<Delivery> of(long subscriberId, int limit);

  /** How many deliveries have each status. */
  Map<Delivery.Status, Integer> counts();

  /** When the next attempt is due, if anything is waiting. */
  Optional<Instant> nextAttempt();
}
