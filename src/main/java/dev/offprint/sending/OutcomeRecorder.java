package dev.offprint.sending;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.SettlementStore;
import dev.offprint.metrics.SendingMeters;
import dev.offprint.metrics.SendingMeters.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of each message, and counts it; safe for use by many threads. */
final class OutcomeRecorder {
  private static final Logger log = LoggerFactory.getLogger(DispatchRun.class);

  /** In the ledger's reason, from the first time that a relay broke off after a message. */
  private static final String MAY_HAVE_IT = "the relay may have it";

  private final SettlementStore settlements;
  private final RetryRules retries;
  private final InstantSource clock;
  private final SentBatch together;
  private final SendingMeters meters;

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger deferred = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger skipped = new AtomicInteger();

  OutcomeRecorder(
      SettlementStore settlements,
      RetryRules retries,
      InstantSource clock,
      SentBatch together,
      SendingMeters meters) {
    this.meters = meters;
    this.settlements = settlements;
    this.retries = retries;
    this.clock = clock;
    this.together = together;
  }

  DispatchReport report(@Nullable String relayProblem, boolean mayPass) {
    return new DispatchReport(
        sent.get(), deferred.get(), failed.get(), skipped.get(), relayProblem, mayPass);
  }

  SendingMeters meters() {
    return meters;
  }

  /** An edition that was due then has been taken now. */
  void taken(Instant due) {
    meters.taken(Duration.between(due, clock.instant()));
  }

  private void count(AtomicInteger counted, Outcome outcome) {
    counted.incrementAndGet();
    meters.count(outcome);
  }

  /** Brings the ledger up to date with all that was sent. */
  void finish() {
    together.settle();
  }

  boolean isTooLate(Delivery delivery) {
    return retries.isTooLate(delivery, clock.instant());
  }

  void sent(Delivery delivery, String response) {
    together.sent(delivery.id(), response);
    count(sent, Outcome.SENT);
  }

  /**
   * The relay may have it. That is worth one more try, as nothing may be lost; a relay that does so
   * each time would have it at every attempt.
   */
  void unconfirmed(Delivery delivery, String why) {
    if (mayBeThere(delivery)) {
      fail(delivery, MAY_HAVE_IT + ": " + why + ", for the second time");
    } else {
      defer(delivery, why + "; " + MAY_HAVE_IT);
    }
  }

  private static boolean mayBeThere(Delivery delivery) {
    String before = delivery.progress().reason();
    return before != null && before.contains(MAY_HAVE_IT);
  }

  /** Whatever else happens meanwhile, that the relay may have it is not forgotten. */
  private static String remembering(Delivery delivery, String why) {
    return mayBeThere(delivery) && !why.contains(MAY_HAVE_IT) ? why + "; " + MAY_HAVE_IT : why;
  }

  void defer(Delivery delivery, String why) {
    Optional<Instant> next = retries.nextAttempt(delivery, clock.instant());
    if (next.isEmpty()) {
      fail(delivery, "gave up after " + retries.persistence() + ": " + why);
      return;
    }
    settlements.deferred(delivery.id(), remembering(delivery, why), next.get());
    count(deferred, Outcome.DEFERRED);
  }

  void fail(Delivery delivery, String why) {
    settlements.failed(delivery.id(), why, clock.instant());
    count(failed, Outcome.FAILED);
    log.warn("mail {} failed: {}", delivery.id(), why);
  }

  void expire(Delivery delivery) {
    String before = delivery.progress().reason();
    String why =
        String.format(
            Locale.ROOT,
            "too late: it could not be sent within %s%s",
            retries.persistence(),
            before == null ? "" : "; the last time: " + before);
    settlements.expired(delivery.id(), why, clock.instant());
    count(failed, Outcome.FAILED);
    log.warn("mail {} failed: {}", delivery.id(), why);
  }

  void skip(Delivery delivery, String why) {
    settlements.skipped(delivery.id(), why, clock.instant());
    count(skipped, Outcome.SKIPPED);
  }

  /** Not judged, and not before {@code next}. */
  void putBack(Delivery delivery, String why, Instant next) {
    settlements.putBack(delivery.id(), remembering(delivery, why), next);
  }

  /** Not judged, because a connection ended; others go on with it. */
  void putBack(Delivery delivery, String why) {
    putBack(delivery, why, clock.instant());
  }

  /** Not judged, because the relay cannot be used. */
  void putBehindOthers(Delivery delivery, String why) {
    // So that one message can never hold them up by being first each time.
    putBack(delivery, why, clock.instant().plus(retries.relayPause(0)));
  }
}
