package dev.offprint.cli;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.SuppressionStore;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Suppressions in a map. */
final class MemorySuppressions implements SuppressionStore {
  private final Map<String, Suppression> byKey = new TreeMap<>();
  private final Set<String> days = new HashSet<>();

  void put(Suppression suppression) {
    byKey.put(suppression.address().key(), suppression);
  }

  void remove(EmailAddress address) {
    byKey.remove(address.key());
  }

  void forgetFailingDays(EmailAddress address) {
    days.removeIf(day -> day.startsWith(address.key() + " "));
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
