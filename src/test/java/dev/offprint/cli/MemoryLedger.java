package dev.offprint.cli;

import dev.offprint.digests.EditionNotes;
import dev.offprint.ledger.ClaimStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.ledger.EditionContents;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.NoticeStore;
import dev.offprint.ledger.PlanStore;
import dev.offprint.ledger.RetentionStore;
import dev.offprint.ledger.ReturnStore;
import dev.offprint.ledger.SettlementStore;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that a test puts there; the command line only reads them. */
final class MemoryLedger implements DeliveryStore {
  private final List<Delivery> rows = new ArrayList<>();
  private final Map<Long, List<ChosenPaper>> papers = new HashMap<>();

  private @Nullable Instant paused;

  /** The day before which rows are forgotten. */
  @Nullable LocalDate retainedSince;

  void put(Delivery delivery, ChosenPaper... chosen) {
    rows.addFirst(delivery);
    papers.put(delivery.id(), List.of(chosen));
  }

  @Override
  public Map<Long, EditionContents> contents(
      List<Delivery> editions, Map<PaperId, Candidate> known) {
    Map<Long, EditionContents> found = new HashMap<>();
    papers.forEach((id, chosen) -> found.put(id, new EditionContents(chosen, EditionNotes.NONE)));
    found.keySet().retainAll(editions.stream().map(Delivery::id).toList());
    return found;
  }

  @Override
  public Optional<LocalDate> retainedSince() {
    return Optional.ofNullable(retainedSince);
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
  public Map<Delivery.Status, Integer> counts(LocalDate since) {
    return counts();
  }

  @Override
  public Optional<Instant> lastPlanned() {
    return rows.stream().findFirst().map(Delivery::plannedAt);
  }

  @Override
  public Optional<Instant> nextAttempt() {
    return rows.stream()
        .map(row -> row.progress().nextAttemptAt())
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  @Override
  public Map<String, Integer> matched(long subscriberId, LocalDate from) {
    Map<String, Integer> counts = new HashMap<>();
    rows.stream()
        .filter(row -> row.subscriberId() == subscriberId)
        .filter(row -> row.day() != null && !row.day().isBefore(from))
        .flatMap(row -> papers(row).stream())
        .forEach(
            paper -> {
              if (paper.reason() instanceof Reason.Matched matched) {
                counts.merge(matched.interest().text(), 1, Integer::sum);
              }
            });
    return counts;
  }

  @Override
  public List<Delivery> editions(long subscriberId, LocalDate since) {
    return rows.stream()
        .filter(row -> row.subscriberId() == subscriberId)
        .filter(row -> row.day() != null && !row.day().isBefore(since))
        .toList();
  }

  @Override
  public Map<Long, Set<LocalDate>> editionDays(LocalDate since) {
    Map<Long, Set<LocalDate>> days = new HashMap<>();
    rows.stream()
        .filter(row -> row.day() != null && !row.day().isBefore(since))
        .forEach(
            row -> days.computeIfAbsent(row.subscriberId(), id -> new HashSet<>()).add(row.day()));
    return days;
  }

  @Override
  public Optional<Delivery> edition(long subscriberId, LocalDate day) {
    throw new UnsupportedOperationException();
  }

  /** The ledger of these rows; a role or a method that is not here is refused. */
  Ledger ledger() {
    return new Ledger(
        partly(PlanStore.class),
        partly(ClaimStore.class),
        partly(SettlementStore.class),
        this,
        partly(NoticeStore.class),
        partly(ReturnStore.class),
        partly(RetentionStore.class));
  }

  /** As {@link ClaimStore#pausedSince}. */
  Optional<Instant> pausedSince() {
    return Optional.ofNullable(paused);
  }

  /** As {@link ClaimStore#pause}. */
  boolean pause(Instant now) {
    boolean was = paused != null;
    paused = was ? paused : now;
    return !was;
  }

  /** As {@link ClaimStore#resume}. */
  Optional<Instant> resume(Instant now) {
    Optional<Instant> since = pausedSince();
    paused = null;
    return since;
  }

  @Override
  public Set<Long> mailedSince(Collection<Long> subscriberIds, LocalDate day) {
    return rows.stream()
        .filter(row -> row.progress().status().hasLeft())
        .filter(row -> row.day() != null && !row.day().isBefore(day))
        .map(Delivery::subscriberId)
        .filter(subscriberIds::contains)
        .collect(java.util.stream.Collectors.toSet());
  }

  private <T> T partly(Class<T> role) {
    return role.cast(
        Proxy.newProxyInstance(
            role.getClassLoader(),
            new Class<?>[] {role},
            (proxy, method, arguments) -> {
              try {
                return MemoryLedger.class
                    .getDeclaredMethod(method.getName(), method.getParameterTypes())
                    .invoke(this, arguments);
              } catch (NoSuchMethodException absent) {
                throw new UnsupportedOperationException(method.getName(), absent);
              }
            }));
  }

  /** As {@link SettlementStore#retry}. */
  boolean retry(long id, Instant now) {
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

  /** As {@link SettlementStore#hasten}. */
  void hasten(long id, Instant now) {}

  /** As {@link ReturnStore#findByMessageId}. */
  Optional<Delivery> findByMessageId(String messageId) {
    return rows.stream().filter(row -> row.messageId().equals(messageId)).findFirst();
  }

  /** As {@link ReturnStore#findByToken}. */
  Optional<Delivery> findByToken(String token) {
    return rows.stream().filter(row -> row.messageId().startsWith("<" + token + "@")).findFirst();
  }
}
