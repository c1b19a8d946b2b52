package dev.offprint.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.PlanStore;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.subscribers.Subscriber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was just planned is sent without being read, and is never lost or sent twice for that. */
@ParameterizedClass
@EnumSource
class OutboxTest {
  private final OutboxFixture.TickingClock clock = new OutboxFixture.TickingClock();
  private final OutboxFixture.People people = new OutboxFixture.People();
  private final ListedTransport relay = new ListedTransport();
  private final AtomicInteger readings = new AtomicInteger();
  private final AtomicBoolean isFailing = new AtomicBoolean();
  private final AtomicLong revision = new AtomicLong();
  private final Database database;
  private final Ledger ledger;
  private final Dispatcher dispatcher;

  OutboxTest(TestDatabase kind) {
    database = kind.fresh();
    OutboxFixture.fill(database, 300);
    ledger = counting(OutboxFixture.ledger(database, revision::get));
    dispatcher = OutboxFixture.dispatcher(ledger, people, relay, clock, OutboxFixture.node());
    assertThat(dispatcher.drain().isEmpty()).isTrue();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Counts how often contents are read, and can lose the answer of a claim. */
  private Ledger counting(Ledger whole) {
    DeliveryStore deliveries =
        watched(
            DeliveryStore.class,
            whole.deliveries(),
            (method, arguments) -> {
              if (method.equals("contents") && !((List<?>) arguments[0]).isEmpty()) {
                readings.incrementAndGet();
              }
            });
    PlanStore plans =
        watched(
            PlanStore.class,
            whole.plans(),
            (method, arguments) -> {
              if (method.equals("claim") && isFailing.get()) {
                throw new IllegalStateException("the answer was lost");
              }
            });
    return new Ledger(
        plans,
        whole.claims(),
        whole.settlements(),
        deliveries,
        whole.notices(),
        whole.returns(),
        whole.retention());
  }

  /** The same, but somebody is told of each call that was answered. */
  private static <T> T watched(Class<T> role, T store, BiConsumer<String, Object[]> told) {
    return role.cast(
        Proxy.newProxyInstance(
            role.getClassLoader(),
            new Class<?>[] {role},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(store, arguments);
                told.accept(method.getName(), arguments);
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private void plan(long first, long last) {
    plan(dispatcher.outbox(), first, last);
  }

  private void plan(Outbox outbox, long first, long last) {
    assertThat(
            outbox.plan(
                new PlannedBatch(
                    OutboxFixture.TODAY,
                    LongStream.rangeClosed(first, last)
                        .mapToObj(subscriber -> OutboxFixture.edition(subscriber, 1, 2))
                        .toList(),
                    Map.of()),
                Delivery.Planning.at(clock.instant())))
        .hasSize((int) (last - first + 1));
  }

  private int count(Status status) {
    return ledger.deliveries().counts().getOrDefault(status, 0);
  }

  @Test
  void whatIsInHandIsClaimedInTheLedgerAndNotReadBack() {
    plan(1, 50);
    assertThat(count(Status.SENDING)).isEqualTo(50);
    assertThat(dispatcher.drain().sent()).isEqualTo(50);
    assertThat(readings).hasValue(0);
    assertThat(count(Status.SENT)).isEqualTo(50);
    assertThat(relay.messageIds()).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void aMailInHandSaysWhatOneSaysThatWasRead() {
    plan(1, 1);
    dispatcher.drain();
    dispatcher.outbox().closeSoon();
    plan(2, 2);
    assertThat(count(Status.PLANNED)).isEqualTo(1);
    dispatcher.drain();
    assertThat(readings).hasValue(1);
    assertThat(relay.sent.get(0).headers().keySet())
        .isEqualTo(relay.sent.get(1).headers().keySet());
    assertThat(relay.sent.get(0).content().subject())
        .isEqualTo(relay.sent.get(1).content().subject());
  }

  @Test
  void whoeverLeavesWhileTheirEditionIsInHandIsNotMailed() {
    plan(1, 10);
    people.setStatus(4, Subscriber.Status.UNSUBSCRIBED);
    people.suppress(5);
    people.setDomain(6, "elsewhere.example");
    assertThat(dispatcher.drain().skipped()).isEqualTo(2);
    assertThat(relay.sent)
        .hasSize(8)
        .extracting(message -> message.to().toString())
        .contains("reader6@elsewhere.example")
        .doesNotContain("reader4@reader.example", "reader5@reader.example");
    assertThat(ledger.deliveries().list(null, Status.SKIPPED))
        .extracting(row -> row.progress().reason())
        .containsExactlyInAnyOrder(
            "unsubscribed before it was sent", "the address was suppressed before it was sent");
  }

  @Test
  void whenPapersHaveChangedTheEditionIsReadAnew() {
    plan(1, 3);
    revision.incrementAndGet();
    clock.tick(Duration.ofSeconds(2));
    assertThat(dispatcher.drain().sent()).isEqualTo(3);
    assertThat(readings).hasValue(3);
  }

  @Test
  void whatFindsNoRoomIsDueInTheLedgerAndGoesOutAsWell() {
    Outbox small = new Outbox(ledger, people, OutboxFixture.node(), clock, 5);
    small.open();
    plan(small, 1, 4);
    plan(small, 5, 20);
    assertThat(count(Status.SENDING)).isEqualTo(4);
    assertThat(count(Status.PLANNED)).isEqualTo(16);
    assertThat(small.take(3))
        .extracting(edition -> edition.delivery().subscriberId())
        .containsExactly(1L, 2L, 3L);

    assertThat(small.close()).isEqualTo(4);
    assertThat(small.isEmpty()).isTrue();
    assertThat(count(Status.PLANNED)).isEqualTo(20);
    plan(small, 21, 22);
    assertThat(count(Status.PLANNED)).isEqualTo(22);
    assertThat(dispatcher.drain().sent()).isEqualTo(22);
  }

  @Test
  void whatIsInHandWhenSendingEndsIsLeftToTheNext() {
    plan(1, 3);
    assertThat(dispatcher.stop()).isTrue();
    assertThat(count(Status.PLANNED)).isEqualTo(3);
    assertThat(count(Status.SENDING)).isZero();
  }

  @Test
  void whatWasClaimedWhenTheDatabaseFailedGoesOutAsWell() {
    isFailing.set(true);
    assertThatThrownBy(() -> plan(1, 3)).hasMessage("the answer was lost");
    assertThat(count(Status.SENDING)).isEqualTo(3);
    isFailing.set(false);
    assertThat(dispatcher.drain().sent()).isEqualTo(3);
    assertThat(relay.messageIds()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void whileTheRelayIsAwayEverythingIsDueInTheLedger() {
    relay.limitConnectionsTo(0);
    plan(1, 20);
    assertThat(dispatcher.drain().relayProblem()).isNotNull();
    plan(21, 40);
    assertThat(count(Status.SENDING)).isZero();
    assertThat(count(Status.PLANNED)).isEqualTo(40);

    relay.limitConnectionsTo(2);
    clock.tick(Duration.ofHours(1));
    assertThat(dispatcher.drain().sent()).isEqualTo(40);
    assertThat(count(Status.SENT)).isEqualTo(40);
  }

  @Test
  void whatWasInHandWhenSendingIsPausedIsDueAgain() {
    plan(1, 10);
    ledger.claims().pause(clock.instant());
    assertThat(dispatcher.drain().isEmpty()).isTrue();
    assertThat(count(Status.PLANNED)).isEqualTo(10);
    assertThat(count(Status.SENDING)).isZero();

    ledger.claims().resume(clock.instant());
    clock.tick(Duration.ofSeconds(2));
    assertThat(dispatcher.drain().sent()).isEqualTo(10);
    assertThat(relay.messageIds()).doesNotHaveDuplicates();
  }

  @Test
  void editionsThatComeIntoHandWhileTheRelayComesAndGoesAreSentOnceEach() {
    AtomicInteger taken = new AtomicInteger();
    relay.whileSending =
        message -> {
          if (taken.incrementAndGet() % 17 == 0) {
            ledger.claims().pause(clock.instant());
          }
        };
    CompletableFuture<Void> planning =
        CompletableFuture.runAsync(
            () -> {
              for (int first = 1; first < 300; first += 10) {
                plan(first, first + 9);
              }
            });
    boolean isPlanned;
    do {
      isPlanned = planning.isDone();
      dispatcher.drain();
      clock.tick(Duration.ofSeconds(2));
      ledger.claims().resume(clock.instant());
    } while (!isPlanned || count(Status.SENT) < 300);
    planning.join();

    assertThat(relay.messageIds()).hasSize(300).doesNotHaveDuplicates();
    assertThat(count(Status.SENT)).isEqualTo(300);
  }
}
