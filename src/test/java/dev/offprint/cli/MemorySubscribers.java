package dev.offprint.cli;

import dev.offprint.subscribers.DueSubscribers;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Subscribers in a map. */
final class MemorySubscribers implements SubscriberStore {
  private final MemorySuppressions suppressions;
  private final Map<Long, Subscriber> byId = new TreeMap<>();
  final Map<Long, String> consents = new TreeMap<>();

  MemorySubscribers(MemorySuppressions suppressions) {
    this.suppressions = suppressions;
  }

  Subscriber add(Subscriber newcomer) {
    Subscriber added =
        new Subscriber(
            byId.size() + 1L,
            newcomer.address(),
            newcomer.status(),
            newcomer.preferences(),
            newcomer.createdAt(),
            newcomer.nextDue(),
            newcomer.pausedUntil());
    byId.put(added.id(), added);
    return added;
  }

  @Override
  public Map<Long, String> consents(Collection<Long> ids) {
    Map<Long, String> kept = new TreeMap<>(consents);
    kept.keySet().retainAll(ids);
    return kept;
  }

  @Override
  public long changes() {
    return 0;
  }

  @Override
  public Optional<Subscriber> find(EmailAddress address) {
    return byId.values().stream().filter(s -> s.address().key().equals(address.key())).findFirst();
  }

  @Override
  public Optional<Subscriber> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<Preferences> requested(long id) {
    return Optional.empty();
  }

  @Override
  public List<Subscriber> all() {
    return byId.values().stream().sorted(Comparator.comparing(s -> s.address().key())).toList();
  }

  @Override
  public Set<Interest> interestsWritten(Instant since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasChangedInterests(long id, Instant after) {
    return find(id).orElseThrow().createdAt().isAfter(after);
  }

  @Override
  public DueSubscribers due(Instant until, dev.offprint.db.NodeShare share) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int endPauses(Instant now) {
    List<Subscriber> ended =
        all().stream().filter(each -> isOver(each.pausedUntil(), each, now)).toList();
    ended.forEach(
        each ->
            put(each, Subscriber.Status.ACTIVE, each.preferences().timing().nextAfter(now), null));
    return ended.size();
  }

  private static boolean isOver(@Nullable LocalDate until, Subscriber paused, Instant now) {
    return until != null
        && !until.isAfter(LocalDate.ofInstant(now, paused.preferences().timing().zone()));
  }

  void keep(Subscriber changed) {
    byId.put(changed.id(), changed);
  }

  void erase(long id) {
    byId.remove(id);
  }

  @Override
  public int correctNextDue(Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setDueAgain(Collection<Subscriber> planned, Instant now) {
    planned.forEach(each -> setNextDue(each.id(), each.preferences().timing().nextAfter(now)));
  }

  void setNextDue(long id, Instant due) {
    Subscriber old = find(id).orElseThrow();
    put(old, old.status(), due, old.pausedUntil());
  }

  private void put(
      Subscriber old, Subscriber.Status status, Instant nextDue, @Nullable LocalDate pausedUntil) {
    byId.put(
        old.id(),
        new Subscriber(
            old.id(),
            old.address(),
            status,
            old.preferences(),
            old.createdAt(),
            nextDue,
            pausedUntil));
  }

  @Override
  public boolean isSuppressed(EmailAddress address) {
    return suppressions.find(address).filter(Suppression::bars).isPresent();
  }
}
