package dev.offprint.sending;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.db.Database;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.OutboxFixture.People;
import dev.offprint.sending.OutboxFixture.TickingClock;
import dev.offprint.sending.SendOutcome.Accepted;
import dev.offprint.sending.SendOutcome.Deferred;
import dev.offprint.sending.SendOutcome.Rejected;
import dev.offprint.sending.SendOutcome.RelayUnavailable;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private static final SendOutcome QUEUED = new Accepted("250 queued");

  private final TickingClock clock = new TickingClock();
  private final People people = new People();
  private final ListedTransport relay = new ListedTransport();
  private Database database;
  private Ledger ledger;

  @BeforeEach
  void open() {
    database = OutboxFixture.h2();
    OutboxFixture.fill(database, 40);
    ledger = OutboxFixture.ledger(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Dispatcher dispatcher(int connections) {
    return dispatcher(OutboxFixture.turns(connections));
  }

  private Dispatcher dispatcher(SendingThrottle turns) {
    return new Dispatcher(
        ledger,
        OutboxFixture.composer(people, clock),
        relay,
        new RetryRules(new Random(1), Duration.ofHours(24)),
        clock,
        OutboxFixture.node(),
        turns);
  }

  private Delivery planned(long subscriber) {
    return OutboxFixture.plan(
            ledger, OutboxFixture.edition(subscriber, 1, 2), Delivery.Planning.at(clock.instant()))
        .orElseThrow();
  }

  private void plannedUpTo(int subscribers) {
    for (int subscriber = 1; subscriber <= subscribers; subscriber++) {
      planned(subscriber);
    }
  }

  private Delivery.Progress progress(Delivery delivery) {
    return ledger.deliveries().find(delivery.id()).orElseThrow().progress();
  }

  @Test
  void everythingDueIsSentOnceOverAllConnections() {
    plannedUpTo(40);

    assertThat(dispatcher(4).drain()).isEqualTo(new DispatchReport(40, 0, 0, 0, null));
    assertThat(relay.messageIds()).hasSize(40).doesNotHaveDuplicates();
    assertThat(ledger.deliveries().counts()).containsEntry(Status.SENT, 40);
    assertThat(relay.opened).hasValueBetween(2, 4);
    assertThat(relay.open).hasValue(0);
  }

  @Test
  void whoeverFoundNothingGoesOnWhenThereIsMore() {
    plannedUpTo(2);
    CountDownLatch fourth = new CountDownLatch(4);
    AtomicBoolean beside = new AtomicBoolean();
    relay.whileSending =
        message -> {
          fourth.countDown();
          switch (relay.messageIds().indexOf(message.messageId())) {
            case 1 -> {
              awaitOtherWorker();
              planned(3);
              planned(4);
            }
            case 2 -> beside.set(fourth.await(20, TimeUnit.SECONDS));
            default -> {}
          }
        };

    assertThat(dispatcher(2).drain()).isEqualTo(new DispatchReport(4, 0, 0, 0, null));
    assertThat(beside).isTrue();
    assertThat(relay.opened).hasValue(2);
  }

  @Test
  void anAnswerThatIsLongInComingHoldsUpNobodyElse() {
    plannedUpTo(2);
    CountDownLatch third = new CountDownLatch(3);
    AtomicBoolean beside = new AtomicBoolean();
    relay.whileSending =
        message -> {
          third.countDown();
          if (relay.messageIds().indexOf(message.messageId()) == 1) {
            awaitOtherWorker();
            planned(3);
            beside.set(third.await(20, TimeUnit.SECONDS));
          }
        };

    assertThat(dispatcher(2).drain()).isEqualTo(new DispatchReport(3, 0, 0, 0, null));
    assertThat(beside).isTrue();
  }

  /** Until no other worker, which may be one of another test, is seen at work; not for ever. */
  private static void awaitOtherWorker() {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (System.nanoTime() < deadline
        && Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("dispatch-"))
            .anyMatch(
                thread ->
                    !thread.equals(Thread.currentThread())
                        && thread.getState() != Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void anEditionCarriesTheHeadersThatMailboxProvidersAskFor() {
    Delivery delivery = planned(7);
    dispatcher(1).drain();

    OutgoingMessage message = relay.sent.getFirst();
    assertThat(message.messageId()).isEqualTo(delivery.messageId());
    assertThat(message.from()).isEqualTo("Offprint <papers@lab.example>");
    assertThat(message.to()).hasToString("reader7@reader.example");
    assertThat(message.date()).isEqualTo(MORNING);
    assertThat(message.headers())
        .containsEntry("List-Id", "\"Research papers\" <daily.lab.example>")
        .containsEntry("List-Unsubscribe", "<" + OutboxFixture.LINKS.unsubscribe(7) + ">")
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .containsEntry("Auto-Submitted", "auto-generated")
        .containsEntry("Feedback-ID", "2026-11-24:edition:offprint");
  }

  @Test
  void aConfirmationGoesToWhoHasNotConfirmedAndIsNoListMail() {
    people.setStatus(3, Subscriber.Status.PENDING);
    long mail = ledger.notices().askToConfirm(3, MORNING).id();
    dispatcher(1).drain();

    OutgoingMessage message = relay.sent.getFirst();
    assertThat(message.content().text())
        .contains(OutboxFixture.LINKS.confirm(mail, MORNING).toString());
    assertThat(message.headers().keySet()).noneMatch(name -> name.startsWith("List-"));
  }

  @Test
  void aLinkThatWasAskedForGoesToWhoIsActiveOrPausedAndToNobodyElse() {
    Subscriber.Status[] statuses = Subscriber.Status.values();
    for (int i = 0; i < statuses.length; i++) {
      people.setStatus(i + 1, statuses[i]);
      ledger.notices().sendLink(i + 1, MORNING);
    }
    dispatcher(1).drain();

    assertThat(relay.sent)
        .extracting(message -> message.content().text().toString())
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains(OutboxFixture.LINKS.preferences(2).toString()),
            text -> assertThat(text).contains(OutboxFixture.LINKS.preferences(3).toString()));
    assertThat(relay.sent.getFirst().headers())
        .containsEntry("Feedback-ID", "link:offprint")
        .containsEntry("Auto-Submitted", "auto-generated");
  }

  @Test
  void whoLeftIsAskedAboutWhatWasAskedForThemSince() {
    Preferences wanted =
        new Preferences(
            Preferences.Content.TRENDING,
            List.of(),
            3,
            new Timing(LocalTime.of(9, 30), ZoneOffset.UTC, Timing.WEEKDAYS),
            Preferences.Format.TEXT);
    people.setStatus(3, Subscriber.Status.UNSUBSCRIBED);
    people.request(3, wanted);
    people.setStatus(4, Subscriber.Status.UNSUBSCRIBED);
    long mail = ledger.notices().askToConfirm(3, MORNING).id();
    ledger.notices().askToConfirm(4, MORNING);
    dispatcher(1).drain();

    OutgoingMessage message = relay.sent.getFirst();
    assertThat(relay.sent).hasSize(1);
    assertThat(message.content().text().toString())
        .contains(
            "at most 3 papers",
            "on weekdays at 09:30",
            OutboxFixture.LINKS.confirm(mail, MORNING).toString());
  }

  @Test
  void theLinkToTheDataGoesToWhoMayBeMailedAndToWhoLeft() {
    Subscriber.Status[] statuses = Subscriber.Status.values();
    for (int i = 0; i < statuses.length; i++) {
      people.setStatus(i + 1, statuses[i]);
      ledger.notices().write(i + 1, Delivery.Kind.DATA, MORNING);
    }
    dispatcher(1).drain();
    assertThat(relay.sent)
        .extracting(message -> message.to().toString())
        .containsExactlyInAnyOrder(
            "reader2@reader.example", "reader3@reader.example", "reader4@reader.example");
    assertThat(relay.sent.getFirst().content().text().toString()).contains("works for 2 hours");
  }

  @Test
  void timeThatGoesOnMakesNoMessageWait() {
    plannedUpTo(5);
    InstantSource running =
        () -> {
          clock.tick(Duration.ofMillis(1));
          return clock.instant();
        };
    Dispatcher dispatcher =
        new Dispatcher(
            ledger,
            OutboxFixture.composer(people, clock),
            relay,
            new RetryRules(new Random(1), Duration.ofHours(24)),
            running,
            OutboxFixture.node(),
            OutboxFixture.turns(2));

    assertThat(dispatcher.drain().sent()).isEqualTo(5);
  }

  @Test
  void aSlowDomainHoldsUpNoOther() {
    people.setDomain(1, "slow.example");
    people.setDomain(2, "slow.example");
    people.setDomain(3, "slow.example");
    people.setDomain(4, "one.example");
    people.setDomain(5, "another.example");
    plannedUpTo(6);
    Dispatcher dispatcher = dispatcher(new SendingThrottle(new SendingLimits(2, 0, 0, 1), () -> 1));

    assertThat(dispatcher.drain().sent()).isEqualTo(4);
    assertThat(ledger.deliveries().list(null, Status.PLANNED))
        .extracting(delivery -> delivery.progress().reason())
        .containsOnly("waits for its turn at slow.example");
    clock.tick(Duration.ofMinutes(1));
    assertThat(dispatcher.drain().sent()).isEqualTo(1);
    clock.tick(Duration.ofMinutes(1));
    assertThat(dispatcher.drain().sent()).isEqualTo(1);
    assertThat(relay.sent).hasSize(6);
  }

  @Test
  void aDomainThatAsksToSlowDownIsLeftAloneAndOthersAreNot() {
    people.setDomain(1, "slow.example");
    people.setDomain(2, "slow.example");
    plannedUpTo(4);
    relay.answer(
        ledger.deliveries().edition(1, OutboxFixture.TODAY).orElseThrow().messageId(),
        new SendOutcome.SlowDown("421 4.7.28 slow down"));
    Dispatcher dispatcher = dispatcher(1);

    assertThat(dispatcher.drain()).isEqualTo(new DispatchReport(2, 1, 0, 0, null));
    assertThat(relay.sent).hasSize(3);
    clock.tick(SendingThrottle.FIRST_PAUSE);
    assertThat(dispatcher.drain().sent()).isEqualTo(1);
  }

  @Test
  void onlySoManyAreOnTheWireToADomainAtOnce() {
    people.setDomain(4, "small.example");
    people.setDomain(2, "small.example");
    people.setDomain(3, "small.example");
    plannedUpTo(12);
    AtomicInteger onTheWire = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch others = new CountDownLatch(9);
    relay.whileSending =
        message -> {
          if (!message.to().domain().equals("small.example")) {
            others.countDown();
            return;
          }
          most.accumulateAndGet(onTheWire.incrementAndGet(), Math::max);
          // The first one stays until everybody else has theirs: it holds up nobody.
          assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
          onTheWire.decrementAndGet();
        };
    DispatchReport report =
        dispatcher(new SendingThrottle(new SendingLimits(4, 0, 1, 0), () -> 1)).drain();

    assertThat(report.sent()).isEqualTo(12);
    assertThat(most).hasValue(1);
  }

  @Test
  void messagesLeaveAsSlowlyAsTheyShall() {
    plannedUpTo(11);
    Instant start = clock.instant();
    SendingThrottle turns =
        new SendingThrottle(new SendingLimits(1, 5, 0, 0), () -> 1, clock::tick);

    assertThat(dispatcher(turns).drain().sent()).isEqualTo(11);
    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void nobodyIsMailedWhoLeftInTheMeantime() {
    plannedUpTo(5);
    people.setStatus(1, Subscriber.Status.UNSUBSCRIBED);
    people.setStatus(2, Subscriber.Status.PAUSED);
    people.setStatus(3, Subscriber.Status.PENDING);
    people.suppress(4);
    ledger.notices().askToConfirm(5, MORNING); // who has confirmed already

    assertThat(dispatcher(2).drain()).isEqualTo(new DispatchReport(1, 0, 0, 5, null));
    assertThat(ledger.deliveries().list(null, Status.SKIPPED))
        .extracting(delivery -> delivery.progress().reason())
        .containsExactly(
            "unsubscribed before it was sent",
            "paused before it was sent",
            "the subscriber has not confirmed",
            "the address was suppressed before it was sent",
            "confirmed before it was sent");
    assertThat(ledger.plans().sentTo(2)).isEmpty();
  }

  @Test
  void whatIsRefusedForGoodFailsAtOnceAndHoldsUpNobody() {
    Delivery first = planned(1);
    planned(2);
    relay.answer(first.messageId(), new Rejected("550 no such user"));

    assertThat(dispatcher(1).drain()).isEqualTo(new DispatchReport(1, 0, 1, 0, null));
    assertThat(progress(first).reason()).isEqualTo("550 no such user");
  }

  @Test
  void whatIsRefusedForNowIsTriedAfterGrowingPausesUntilADayHasPassed() {
    Delivery delivery = planned(1);
    relay.answer(delivery.messageId(), new Deferred("450 greylisted"));
    Dispatcher dispatcher = dispatcher(1);
    List<Duration> pauses = new java.util.ArrayList<>();

    dispatcher.drain();
    while (progress(delivery).status() == Status.DEFERRED) {
      Duration pause = Duration.between(clock.instant(), progress(delivery).nextAttemptAt());
      pauses.add(pause);
      clock.tick(pause.minusMillis(1));
      assertThat(dispatcher.drain().isEmpty()).isTrue();
      clock.tick(Duration.ofMillis(1));
      dispatcher.drain();
    }

    assertThat(pauses.subList(0, 5).stream().map(Duration::toMinutes))
        .zipSatisfy(
            List.of(5L, 15L, 30L, 60L, 60L),
            (pause, least) -> assertThat(pause).isBetween(least, least + least / 10));
    assertThat(progress(delivery).status()).isEqualTo(Status.FAILED);
    assertThat(progress(delivery).reason()).isEqualTo("gave up after 24 hours: 450 greylisted");
    assertThat(clock.instant()).isEqualTo(MORNING.plus(Duration.ofHours(24)));
    assertThat(relay.messageIds()).hasSizeGreaterThan(20).containsOnly(delivery.messageId());
  }

  @Test
  void aRelayThatCannotBeUsedIsTriedOnceAndCostsNoAttempt() {
    plannedUpTo(10);
    relay.always(new RelayUnavailable("wrong password"));
    Dispatcher dispatcher = dispatcher(4);

    assertThat(dispatcher.drain()).isEqualTo(new DispatchReport(0, 0, 0, 0, "wrong password"));
    assertThat(relay.sent).hasSize(1);
    assertThat(ledger.deliveries().list(null, Status.PLANNED))
        .hasSize(10)
        .allMatch(delivery -> delivery.progress().attempts() == 0);
  }

  @Test
  void whoeverLeavesWhileTheConnectionIsBeingMadeIsSentNothing() {
    Delivery first = planned(1);
    relay.whileConnecting = () -> people.setStatus(1, Subscriber.Status.UNSUBSCRIBED);

    assertThat(dispatcher(1).drain()).isEqualTo(new DispatchReport(0, 0, 0, 1, null));
    assertThat(relay.sent).isEmpty();
    assertThat(progress(first).reason()).isEqualTo("unsubscribed before it was sent");
  }

  @Test
  void aConnectionThatWasLostBeforeTheMessageIsMadeAnewAndTheMessageLookedAtAgain() {
    Delivery first = planned(1);
    relay.always(new SendOutcome.ConnectionLost());
    relay.whileSending = message -> people.setStatus(1, Subscriber.Status.UNSUBSCRIBED);

    dispatcher(1).drain();
    assertThat(relay.sent).hasSize(1);
    assertThat(progress(first).status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void aRelayThatBreaksOffAfterTheMessageHasItAtMostTwice() {
    Delivery first = planned(1);
    relay.always(new SendOutcome.Unconfirmed("the connection was lost"));
    Dispatcher dispatcher = dispatcher(1);
    dispatcher.drain();
    assertThat(progress(first).status()).isEqualTo(Status.DEFERRED);
    assertThat(progress(first).reason()).contains("the relay may have it");

    // Another reason to wait does not make it forget that.
    relay.always(new Deferred("450 greylisted"));
    clock.tick(Duration.ofMinutes(10));
    dispatcher.drain();
    assertThat(progress(first).reason()).contains("450 greylisted", "the relay may have it");

    relay.always(new SendOutcome.Unconfirmed("the connection was lost"));
    clock.tick(Duration.ofMinutes(30));
    dispatcher.drain();
    assertThat(progress(first).status()).isEqualTo(Status.FAILED);
    assertThat(progress(first).reason()).startsWith("the relay may have it: ");
    clock.tick(Duration.ofHours(2));
    dispatcher.drain();
    assertThat(relay.sent).hasSize(3);
  }

  @Test
  void aRelayThatCannotBeUsedIsLeftAloneForLongerAndLonger() {
    plannedUpTo(10);
    relay.always(new RelayUnavailable("connection refused"));
    Dispatcher dispatcher = dispatcher(2);
    dispatcher.drain();

    for (int seconds : List.of(10, 60, 120, 300, 600, 600)) {
      int tries = relay.sent.size();
      clock.tick(Duration.ofSeconds(seconds - 1));
      assertThat(dispatcher.drain().relayProblem()).isEqualTo("connection refused");
      assertThat(relay.sent).hasSize(tries);
      clock.tick(Duration.ofSeconds(1));
      dispatcher.drain();
      assertThat(relay.sent).hasSize(tries + 1);
    }

    relay.always(QUEUED);
    clock.tick(Duration.ofMinutes(10));
    assertThat(dispatcher.drain()).isEqualTo(new DispatchReport(10, 0, 0, 0, null));
  }

  @Test
  void aConnectionThatTheRelayDoesNotLetInEndsAloneWhileAnotherWorks() {
    plannedUpTo(40);
    relay.limitConnectionsTo(1);

    assertThat(dispatcher(4).drain()).isEqualTo(new DispatchReport(40, 0, 0, 0, null));
  }

  @Test
  void aMailThatCannotBeComposedFailsAlone() {
    planned(1);
    planned(2);
    people.breakOn(1, new IllegalStateException("subscriber 1 cannot be read"));

    assertThat(dispatcher(1).drain()).isEqualTo(new DispatchReport(1, 0, 1, 0, null));
    assertThat(ledger.deliveries().list(null, Status.FAILED).getFirst().progress().reason())
        .contains("could not be composed")
        .contains("subscriber 1 cannot be read");
  }

  @Test
  void noMailFailsForADatabaseThatIsAway() {
    planned(1);
    planned(2);
    people.breakOn(1, new IllegalStateException(new SQLException("terminating", "57P01")));
    Dispatcher dispatcher = dispatcher(1);
    assertThatThrownBy(dispatcher::drain).hasRootCauseInstanceOf(SQLException.class);
    people.mend(1);

    assertThat(dispatcher.drain().failed()).isZero();
    assertThat(ledger.deliveries().counts()).containsEntry(Status.SENT, 2);
  }

  @Test
  void stoppingFinishesWhatIsOnTheWireAndClaimsNoMore() throws Exception {
    plannedUpTo(20);
    CountDownLatch onTheWire = new CountDownLatch(1);
    CountDownLatch relayAnswers = new CountDownLatch(1);
    relay.whileSending =
        message -> {
          onTheWire.countDown();
          relayAnswers.await();
        };
    Dispatcher dispatcher = dispatcher(4);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<DispatchReport> drain = threads.submit(dispatcher::drain);
      onTheWire.await();
      Future<Boolean> stop = threads.submit(dispatcher::stop);
      while (!dispatcher.stopped()) {
        Thread.onSpinWait();
      }
      relayAnswers.countDown();

      assertThat(stop.get()).isTrue();
      assertThat(drain.get()).isEqualTo(new DispatchReport(1, 0, 0, 0, null));
    }
    assertThat(ledger.deliveries().counts())
        .containsEntry(Status.SENT, 1)
        .containsEntry(Status.PLANNED, 19);
    assertThat(dispatcher.drain().isEmpty()).isTrue();
  }

  @Test
  void anInterruptStopsTheDrainButNotTheMessageOnTheWire() throws Exception {
    plannedUpTo(20);
    Thread drainer = Thread.currentThread();
    AtomicInteger interruptedWorkers = new AtomicInteger();
    relay.whileSending =
        message -> {
          drainer.interrupt();
          // In this order: it is awake when the interrupt is cleared, and then waits for us.
          while (drainer.isInterrupted() || drainer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          if (Thread.currentThread().isInterrupted()) {
            interruptedWorkers.incrementAndGet();
          }
        };

    DispatchReport report = dispatcher(1).drain();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report).isEqualTo(new DispatchReport(1, 0, 0, 0, null));
    assertThat(interruptedWorkers).hasValue(0);
  }

  @Test
  void whatAKilledRunHadClaimedIsSentWithTheSameMessageId() {
    Delivery delivery = planned(1);
    OutboxFixture.claim(ledger, "here", MORNING);

    assertThat(dispatcher(1).drain().sent()).isEqualTo(1);
    assertThat(relay.messageIds()).containsExactly(delivery.messageId());
  }

  @Test
  void aLedgerThatCannotBeReachedEndsTheDrainWithItsError() {
    planned(1);
    database.close();

    Dispatcher dispatcher = dispatcher(2);
    assertThatThrownBy(dispatcher::drain).isInstanceOf(RuntimeException.class);
    assertThat(relay.sent).isEmpty();
  }

  @Test
  void theTimesOfARetryAreTheSameForTheSameSeed() {
    Delivery delivery = planned(1);
    Instant first =
        new RetryRules(new Random(5), Duration.ofHours(24))
            .nextAttempt(delivery, clock.instant())
            .orElseThrow();
    Instant second =
        new RetryRules(new Random(5), Duration.ofHours(24))
            .nextAttempt(delivery, clock.instant())
            .orElseThrow();

    assertThat(first).isEqualTo(second);
  }
}
