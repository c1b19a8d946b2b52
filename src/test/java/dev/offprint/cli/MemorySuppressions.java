package dev.offprint.cli;

import dev.offprint.bounces.Suppression;
import dev.offprint.bounces.SuppressionStore;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Suppressions in a map. */
final class MemorySuppressions implements SuppressionStore {
  private final MemorySubscribers subscribers;
  private final Map<String, Suppression> byKey = new TreeMap<>();
  private final Set<String> days = new HashSet<>();

  MemorySuppressions(MemorySubscribers subscribers) {
    this.subscribers = subscribers;
  }

  @Override
  public boolean add(Suppression suppression) {
    EmailAddress address = suppression.address();
    boolean left = suppression.origin() == Suppression.Origin.UNSUBSCRIBE;
    if (!left) {
      byKey
          .values()
          .removeIf(
              kept ->
                  kept.address().key().equals(address.key())
                      && kept.origin() == Suppression.Origin.UNSUBSCRIBE);
    }
    if (byKey.putIfAbsent(address.key(), suppression) != null) {
      return false;
    }
    if (!left) {
      subscribers.suppressed.add(address.key());
    }
    subscribers
        .find(address)
        .filter(subscriber -> subscriber.status() != Status.UNSUBSCRIBED)
        .ifPresent(
            subscriber ->
                subscribers.setStatus(
                    subscriber.id(),
                    left ? Status.UNSUBSCRIBED : Status.SUPPRESSED,
                    MemoryFeatures.NOW));
    return true;
  }

  @Override
  public boolean remove(EmailAddress address) {
    subscribers.suppressed.remove(address.key());
    subscribers
        .find(address)
        .filter(subscriber -> subscriber.status() == Status.SUPPRESSED)
        .ifPresent(
            subscriber ->
                subscribers.setStatus(subscriber.id(), Status.PAUSED, MemoryFeatures.NOW));
    return byKey.remove(address.key()) != null;
  }

  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return Optional.ofNullable(byKey.get(address.key()));
  }

  @Override
  public List<Suppression> all() {
    return List.copyOf(byKey.values());
  }

  @Override
  public int countFailingDay(EmailAddress address, LocalDate day, LocalDate after) {
    days.add(address.key() + " " + day);
    return (int) days.stream().filter(kept -> kept.startsWith(address.key() + " ")).count();
  }
}
