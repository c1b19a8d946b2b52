package dev.offprint.sending;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.ledger.ClaimStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.PlanStore;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.ledger.SettlementStore;
import dev.offprint.sending.OutboxFixture.People;
import dev.offprint.sending.OutboxFixture.TickingClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process dies at random instants: before or after any call of the ledger or the relay. From
 * then on no call of its other threads has an effect either.
 */
class CrashTest {
  private static final int EDITIONS = 100;
  private static final int CONNECTIONS = 3;
  private static final int PORTION = 10;

  private final List<String> received = new CopyOnWriteArrayList<>();

  /** One life of the process. */
  private static final class Life {
    private final Random random;
    private final int length;
    private final AtomicInteger steps = new AtomicInteger();

    Life(Random random, int length) {
      this.random = random;
      this.length = length;
    }

    static final class Death extends Error {
      private static final long serialVersionUID = 1L;
    }

    void step() {
      if (steps.incrementAndGet() > length) {
        throw new Death();
      }
    }

    Ledger over(Ledger ledger) {
      return new Ledger(
          over(PlanStore.class, ledger.plans()),
          over(ClaimStore.class, ledger.claims()),
          over(SettlementStore.class, ledger.settlements()),
          over(DeliveryStore.class, ledger.deliveries()),
          ledger.notices(),
          ledger.returns(),
          ledger.retention());
    }

    private <T> T over(Class<T> role, T store) {
      return role.cast(
          Proxy.newProxyInstance(
              role.getClassLoader(),
              new Class<?>[] {role},
              (proxy, method, arguments) -> {
                step();
                try {
                  Object result = method.invoke(store, arguments);
                  step();
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    MailTransport over(Function<OutgoingMessage, SendOutcome> relay) {
      return () ->
          new MailTransport.Connection() {
            @Override
            public Optional<SendOutcome.RelayUnavailable> connect() {
              return Optional.empty();
            }

            @Override
            public SendOutcome send(OutgoingMessage message) {
              step();
              SendOutcome outcome = relay.apply(message);
              step();
              return outcome;
            }

            @Override
            public void close() {}
          };
    }

    Random random() {
      return random;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noneIsLostAndAtMostOneForEachConnectionGoesTwice(long seed, @TempDir Path folder) {
    Random random = new Random(seed);
    plan(folder);
    int deaths = 0;
    for (boolean done = false; !done; ) {
      Set<String> before = Set.copyOf(received);
      int already = received.size();
      done = live(folder, new Life(random, random.nextInt(60)));

      List<String> again =
          received.subList(already, received.size()).stream().filter(before::contains).toList();
      assertThat(again).hasSizeLessThanOrEqualTo(CONNECTIONS);
      deaths += done ? 0 : 1;
    }
    assertThat(deaths).isGreaterThan(5);
    try (Database database = OutboxFixture.h2File(folder)) {
      DeliveryStore deliveries = OutboxFixture.ledger(database).deliveries();
      assertThat(received.stream().collect(Collectors.toSet()))
          .isEqualTo(
              deliveries.list(null, null).stream()
                  .map(Delivery::messageId)
                  .collect(Collectors.toSet()));
      assertThat(deliveries.counts()).containsEntry(Status.SENT, EDITIONS);
    }
  }

  /** Half of it; the rest is planned while that is sent. */
  private static void plan(Path folder) {
    try (Database database = OutboxFixture.h2File(folder)) {
      OutboxFixture.fill(database, EDITIONS);
      Ledger ledger = OutboxFixture.ledger(database);
      for (int subscriber = 1; subscriber <= EDITIONS / 2; subscriber++) {
        OutboxFixture.plan(
            ledger, OutboxFixture.edition(subscriber, 1, 2), Delivery.Planning.at(MORNING));
      }
    }
  }

  /** Returns whether it lived long enough to send everything. */
  private boolean live(Path folder, Life life) {
    TickingClock clock = new TickingClock();
    try (Database database = OutboxFixture.h2File(folder)) {
      Ledger ledger = life.over(OutboxFixture.ledger(database));
      Dispatcher dispatcher =
          new Dispatcher(
              ledger,
              OutboxFixture.composer(new People(), clock),
              life.over(this::receive),
              new RetryRules(life.random(), Duration.ofHours(24)),
              clock,
              new SoleNode("here", SentJournal.open(folder.resolve("sent.journal"))),
              OutboxFixture.turns(CONNECTIONS));
      dispatcher.drain();
      for (int first = EDITIONS / 2 + 1; first <= EDITIONS; first += PORTION) {
        dispatcher
            .outbox()
            .plan(
                new PlannedBatch(
                    OutboxFixture.TODAY,
                    IntStream.range(first, first + PORTION)
                        .mapToObj(subscriber -> OutboxFixture.edition(subscriber, 1, 2))
                        .toList(),
                    Map.of()),
                Delivery.Planning.at(MORNING));
        dispatcher.drain();
      }
      return true;
    } catch (Life.Death e) {
      return false;
    }
  }

  private SendOutcome receive(OutgoingMessage message) {
    received.add(message.messageId());
    return new SendOutcome.Accepted("250 queued");
  }
}
