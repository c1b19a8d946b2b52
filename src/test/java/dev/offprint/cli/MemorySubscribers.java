package dev.offprint.cli;

import dev.offprint.subscribers.DueSubscribers;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Subscribers in a map. */
final class MemorySubscribers implements SubscriberStore {
  final Set<String> suppressed = new HashSet<>();
  private final Map<Long, Subscriber> byId = new TreeMap<>();

  @Override
  public Optional<Subscriber> add(
      EmailAddress address, Subscriber.Status status, Preferences preferences, Instant now) {
    if (find(address).isPresent()) {
      return Optional.empty();
    }
    Subscriber added =
        new Subscriber(
            byId.size() + 1L,
            address,
            status,
            preferences,
            now,
            preferences.timing().nextAfter(now));
    byId.put(added.id(), added);
    return Optional.of(added);
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
  public DueSubscribers due(Instant until) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setPreferences(long id, Preferences preferences, Instant now) {
    Subscriber old = find(id).orElseThrow();
    put(old, old.status(), preferences, preferences.timing().nextAfter(now), old.pausedUntil());
  }

  @Override
  public void setStatus(long id, Subscriber.Status status, Instant now) {
    Subscriber old = find(id).orElseThrow();
    put(old, status, old.preferences(), old.preferences().timing().nextAfter(now), null);
  }

  @Override
  public void pause(long id, @Nullable LocalDate until) {
    Subscriber old = find(id).orElseThrow();
    put(old, Subscriber.Status.PAUSED, old.preferences(), old.nextDue(), until);
  }

  @Override
  public int endPauses(Instant now) {
    List<Subscriber> ended =
        all().stream().filter(each -> isOver(each.pausedUntil(), each, now)).toList();
    ended.forEach(each -> setStatus(each.id(), Subscriber.Status.ACTIVE, now));
    return ended.size();
  }

  private static boolean isOver(@Nullable LocalDate until, Subscriber paused, Instant now) {
    return until != null
        && !until.isAfter(LocalDate.ofInstant(now, paused.preferences().timing().zone()));
  }

  @Override
  public void erase(long id) {
    byId.remove(id);
  }

  @Override
  public int eraseUnconfirmed(Instant before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setNextDue(Map<Long, Instant> nextDue) {
    nextDue.forEach(
        (id, due) -> {
          Subscriber old = find(id).orElseThrow();
          put(old, old.status(), old.preferences(), due, old.pausedUntil());
        });
  }

  private void put(
      Subscriber old,
      Subscriber.Status status,
      Preferences preferences,
      Instant nextDue,
      @Nullable LocalDate pausedUntil) {
    byId.put(
        old.id(),
        new Subscriber(
            old.id(), old.address(), status, preferences, old.createdAt(), nextDue, pausedUntil));
  }

  @Override
  public boolean isSuppressed(EmailAddress address) {
    return suppressed.contains(address.key());
  }
}
