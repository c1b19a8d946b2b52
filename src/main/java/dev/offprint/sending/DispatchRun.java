package dev.offprint.sending;

import dev.offprint.db.DatabaseOutage;
import dev.offprint.ledger.Delivery;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run through everything due. It begins with one connection, and opens the others once the
 * relay has judged a message: so a wrong password is tried once, not once for each connection. A
 * connection that the relay does not let in ends alone while others work (it may allow fewer than
 * are configured); when the last one ends so, the run is over.
 */
final class DispatchRun {
  private static final Logger log = LoggerFactory.getLogger(DispatchRun.class);

  private final Composer composer;
  private final MailTransport transport;
  private final Outbox outbox;
  private final Claims claims;
  private final OutcomeRecorder settlement;
  private final BooleanSupplier stopped;

  private final Phaser workers = new Phaser(1);
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger yetToOpen = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private volatile boolean interrupted;
  private volatile boolean relayAnswered;
  private volatile boolean leftBehind;
  private volatile @Nullable String relayProblem;
  private volatile boolean relayMayPass = true;

  DispatchRun(
      Composer composer,
      MailTransport transport,
      Outbox outbox,
      Claims claims,
      OutcomeRecorder settlement,
      BooleanSupplier stopped) {
    this.composer = composer;
    this.transport = transport;
    this.outbox = outbox;
    this.claims = claims;
    this.settlement = settlement;
    this.stopped = stopped;
  }

  DispatchReport run(int connections) {
    do {
      leftBehind = false;
      yetToOpen.set(connections - 1);
      startWorker();
      awaitWorkers();
    } while (leftBehind && !over());
    if (broken.get() == null) {
      settlement.finish();
      claims.release();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (broken.get()) {
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case null, default -> {}
    }
    return settlement.report(relayProblem, relayMayPass);
  }

  /** Whether the relay judged at least one message. */
  boolean relayAnswered() {
    return relayAnswered;
  }

  private boolean over() {
    return interrupted || relayProblem != null || broken.get() != null || stopped.getAsBoolean();
  }

  private void startWorker() {
    workers.register();
    int number = working.incrementAndGet();
    Thread.ofPlatform().name("dispatch-" + number).start(this::work);
  }

  private void awaitWorkers() {
    int phase = workers.arrive();
    while (true) {
      try {
        workers.awaitAdvanceInterruptibly(phase);
        return;
      } catch (InterruptedException e) {
        // Passing it on to a worker would close the file of an embedded database under it.
        interrupted = true;
      }
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void work() {
    boolean counted = true;
    try (MailTransport.Connection connection = transport.open()) {
      while (counted && !over()) {
        Optional<Claims.Claimed> claimed = claims.next(this::over);
        if (claimed.isEmpty()) {
          break;
        }
        try {
          counted = deliver(claimed.get(), connection);
        } finally {
          claims.done(claimed.get());
        }
      }
    } catch (InterruptedException e) {
      // Nobody interrupts workers; see awaitWorkers.
      broken.compareAndSet(null, new IllegalStateException("a worker was interrupted", e));
    } catch (RuntimeException | Error e) {
      broken.compareAndSet(null, e);
    } finally {
      if (counted) {
        working.decrementAndGet();
      }
      workers.arriveAndDeregister();
    }
  }

  /** Returns false when this worker has ended because the relay cannot be used. */
  private boolean deliver(Claims.Claimed claimed, MailTransport.Connection connection) {
    Delivery delivery = claimed.delivery();
    if (settlement.isTooLate(delivery)) {
      settlement.expire(delivery);
      return true;
    }
    Optional<Instant> later = claims.later(claimed);
    if (later.isPresent()) {
      settlement.putBack(delivery, "waits for its turn at " + claimed.domain(), later.get());
      return true;
    }
    if (!claims.awaitTurn(claimed, this::over)) {
      return true;
    }
    SendOutcome outcome = send(claimed, connection);
    // A connection that was made before is closed by some relays at any time; a new one is not.
    if (outcome instanceof SendOutcome.ConnectionLost) {
      outcome = send(claimed, connection);
    }
    return outcome == null || settle(claimed, outcome);
  }

  /** Null when it was settled otherwise: it is not to be sent. */
  private @Nullable SendOutcome send(Claims.Claimed claimed, MailTransport.Connection connection) {
    Delivery delivery = claimed.delivery();
    Optional<SendOutcome.RelayUnavailable> unavailable = connection.connect();
    if (unavailable.isPresent()) {
      return unavailable.get();
    }
    Composition composition;
    try {
      composition = compose(claimed);
    } catch (RuntimeException e) {
      if (DatabaseOutage.isIn(e)) {
        throw e;
      }
      log.error("mail {} could not be composed", delivery.id(), e);
      settlement.fail(delivery, "could not be composed: " + e);
      return null;
    }
    return switch (composition) {
      case Composition.Withheld(String why) -> {
        settlement.skip(delivery, why);
        yield null;
      }
      case Composition.Ready(OutgoingMessage message, Instant due) -> {
        SendOutcome outcome =
            telling(
                message.content().leftOut(),
                settlement.meters().handOver(() -> connection.send(message)));
        if (outcome instanceof SendOutcome.Accepted && due != null) {
          settlement.taken(due);
        }
        yield outcome;
      }
    };
  }

  private Composition compose(Claims.Claimed claimed) {
    Outbox.Fresh fresh = claimed.fresh();
    return fresh == null
        ? composer.compose(claimed.delivery(), claimed.contents())
        : composer.compose(fresh.delivery(), outbox.contents(fresh), outbox.recipient(fresh));
  }

  /** With what is in the browser alone, which the ledger is to say. */
  private static SendOutcome telling(int leftOut, SendOutcome outcome) {
    return leftOut > 0 && outcome instanceof SendOutcome.Accepted(String response)
        ? new SendOutcome.Accepted(
            String.format(
                Locale.ROOT,
                "%s; %d of its papers are in the browser alone, as the mail was too long",
                response,
                leftOut))
        : outcome;
  }

  private boolean settle(Claims.Claimed claimed, SendOutcome outcome) {
    Delivery delivery = claimed.delivery();
    switch (outcome) {
      case SendOutcome.Accepted(String response) -> {
        settlement.sent(delivery, response);
        claims.taken(claimed);
      }
      case SendOutcome.SlowDown(String why) -> {
        Instant until = claims.slowDown(claimed);
        log.warn("{} is sent nothing until {}: {}", claimed.domain(), until, why);
        settlement.defer(delivery, why);
      }
      case SendOutcome.Deferred(String why) -> settlement.defer(delivery, why);
      case SendOutcome.Unconfirmed(String why) -> settlement.unconfirmed(delivery, why);
      case SendOutcome.ConnectionLost() ->
          settlement.defer(delivery, "the connection was lost before the message was sent");
      case SendOutcome.Rejected(String why) -> settlement.fail(delivery, why);
      case SendOutcome.RelayUnavailable(String why, boolean mayPass) -> {
        relayMayPass = mayPass;
        retreat(delivery, why);
        return false;
      }
    }
    relayAnswered = true;
    for (int others = yetToOpen.getAndSet(0); others > 0; others--) {
      startWorker();
    }
    return true;
  }

  private void retreat(Delivery delivery, String why) {
    if (working.decrementAndGet() == 0) {
      relayProblem = why;
      settlement.putBehindOthers(delivery, why);
    } else {
      leftBehind = true;
      settlement.putBack(delivery, why);
    }
  }
}
