package dev.offprint.cli;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.History;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that a test puts there; the command line only reads them. */
final class MemoryLedger implements Ledger {
  private final List<Delivery> rows = new ArrayList<>();
  private final Map<Long, List<ChosenPaper>> papers = new HashMap<>();

  /** The day before which rows are forgotten. */
  @Nullable LocalDate keptSince;

  void put(Delivery delivery, ChosenPaper... chosen) {
    rows.addFirst(delivery);
    papers.put(delivery.id(), List.of(chosen));
  }

  @Override
  public Map<Long, List<ChosenPaper>> papers(
      List<Delivery> editions, Map<PaperId, Candidate> known) {
    Map<Long, List<ChosenPaper>> found = new HashMap<>(papers);
    found.keySet().retainAll(editions.stream().map(Delivery::id).toList());
    return found;
  }

  @Override
  public int forget(Instant before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<LocalDate> keptSince() {
    return Optional.ofNullable(keptSince);
  }

  @Override
  public Optional<Delivery> find(long id) {
    return rows.stream().filter(row -> row.id() == id).findFirst();
  }

  @Override
  public List<Delivery> list(@Nullable LocalDate day, Delivery.@Nullable Status status) {
    return rows.stream()
        .filter(row -> day == null || day.equals(row.day()))
        .filter(row -> status == null || status == row.progress().status())
        .toList();
  }

  @Override
  public List<Delivery> of(long subscriberId, int limit) {
    return rows.stream().filter(row -> row.subscriberId() == subscriberId).limit(limit).toList();
  }

  @Override
  public Map<Delivery.Status, Integer> counts() {
    Map<Delivery.Status, Integer> counts = new EnumMap<>(Delivery.Status.class);
    rows.forEach(row -> counts.merge(row.progress().status(), 1, Integer::sum));
    return counts;
  }

  @Override
  public Optional<Instant> nextAttempt() {
    return rows.stream()
        .map(row -> row.progress().nextAttemptAt())
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  @Override
  public Map<Interest, Integer> matched(long subscriberId, LocalDate from) {
    Map<Interest, Integer> counts = new HashMap<>();
    rows.stream()
        .filter(row -> row.subscriberId() == subscriberId)
        .filter(row -> row.day() != null && !row.day().isBefore(from))
        .flatMap(row -> papers(row).stream())
        .forEach(
            paper -> {
              if (paper.reason() instanceof Reason.Matched matched) {
                counts.merge(matched.interest(), 1, Integer::sum);
              }
            });
    return counts;
  }

  @Override
  public Set<PaperId> sentTo(long subscriberId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<Long> plan(PlannedBatch plans, Delivery.Planning planning) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Delivery askToConfirm(long subscriberId, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<Long> askedSince(Instant instant, java.util.Collection<Long> subscriberIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Delivery sendLink(long subscriberId, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Delivery> editions(long subscriberId, LocalDate since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Delivery> newest(long subscriberId, Delivery.Kind kind) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Delivery> edition(long subscriberId, LocalDate day) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Long, History> histories(Collection<Long> subscriberIds, LocalDate since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Delivery> claim(String node, Instant now, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void sent(Map<Long, String> responses, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deferred(long id, String why, Instant nextAttempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putBack(long id, String why, Instant nextAttempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean retry(long id, Instant now) {
    for (int i = 0; i < rows.size(); i++) {
      Delivery row = rows.get(i);
      if (row.id() == id && row.progress().status() == Delivery.Status.FAILED) {
        rows.set(
            i,
            new Delivery(
                id,
                row.subscriberId(),
                row.kind(),
                row.day(),
                new Delivery.Progress(Delivery.Status.PLANNED, null, 0, now, null),
                row.messageId(),
                Delivery.Planning.at(now)));
        return true;
      }
    }
    return false;
  }

  @Override
  public void hasten(long id, Instant now) {}

  @Override
  public void failed(long id, String why, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void expired(long id, String why, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void skipped(long id, String why, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean returned(long id, Delivery.Status status, String why) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Delivery> findByMessageId(String messageId) {
    return rows.stream().filter(row -> row.messageId().equals(messageId)).findFirst();
  }

  @Override
  public Optional<Delivery> findByToken(String token) {
    return rows.stream().filter(row -> row.messageId().startsWith("<" + token + "@")).findFirst();
  }

  @Override
  public int release(String node) {
    throw new UnsupportedOperationException();
  }
}
