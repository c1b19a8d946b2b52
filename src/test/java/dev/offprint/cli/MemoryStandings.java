package dev.offprint.cli;

import dev.offprint.groups.MemoryGroups;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Standing;
import dev.offprint.subscribers.Standings;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Suppression;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Standings over the subscribers and the suppressions in memory. */
record MemoryStandings(
    MemorySubscribers subscribers, MemorySuppressions suppressions, MemoryGroups groups)
    implements Standings {
  @Override
  public <T> T decide(EmailAddress address, Function<Standing, T> decision) {
    return decision.apply(
        new InMemory(address, subscribers.find(address), suppressions.find(address)));
  }

  @Override
  public <T> Optional<T> decide(long subscriberId, Function<Standing, T> decision) {
    return subscribers.find(subscriberId).map(found -> decide(found.address(), decision));
  }

  @Override
  public void silence(long subscriberId) {}

  @Override
  public int eraseUnconfirmed(Instant before, Asked asked) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int forget(Instant before, Counting counting) {
    throw new UnsupportedOperationException();
  }

  private final class InMemory implements Standing {
    private final EmailAddress address;
    private final Optional<Subscriber> subscriber;
    private final Optional<Suppression> suppression;

    private InMemory(
        EmailAddress address, Optional<Subscriber> subscriber, Optional<Suppression> suppression) {
      this.address = address;
      this.subscriber = subscriber;
      this.suppression = suppression;
    }

    @Override
    public EmailAddress address() {
      return address;
    }

    @Override
    public Optional<Subscriber> subscriber() {
      return subscriber;
    }

    @Override
    public Optional<Suppression> suppression() {
      return suppression;
    }

    @Override
    public Subscriber add(Subscriber newcomer, Instant now) {
      return subscribers.add(newcomer);
    }

    @Override
    public Optional<String> consent() {
      return subscriber.map(Subscriber::id).map(subscribers.consents::get);
    }

    @Override
    public void agree(long subscriberId, String consent) {
      subscribers.consents.put(subscriberId, consent);
    }

    @Override
    public void keep(Subscriber changed, Instant now) {
      subscribers.keep(changed);
    }

    @Override
    public Optional<Preferences> requested() {
      return Optional.empty();
    }

    @Override
    public void request(Preferences wanted, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forgetRequest() {}

    @Override
    public boolean isMember(long groupId) {
      return groups.of(subscriber.orElseThrow().id()).stream()
          .anyMatch(group -> group.id() == groupId);
    }

    @Override
    public void askToJoin(long subscriberId, long groupId, Instant now) {
      groups.join(subscriberId, groupId, now);
    }

    @Override
    public boolean join(long subscriberId, Instant now) {
      return false;
    }

    @Override
    public Optional<Standing> former() {
      return Optional.empty();
    }

    @Override
    public void standFor(long formerId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Subscriber moveTo(EmailAddress other, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void erase() {
      subscribers.erase(subscriber.orElseThrow().id());
    }

    @Override
    public void suppress(Suppression reason) {
      suppressions.put(reason);
    }

    @Override
    public void unsuppress() {
      suppressions.remove(address);
    }

    @Override
    public void forgetFailingDays() {
      suppressions.forgetFailingDays(address);
    }
  }
}
