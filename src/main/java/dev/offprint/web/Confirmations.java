package dev.offprint.web;

import dev.offprint.outbox.Delivery;
import dev.offprint.outbox.Ledger;
import java.time.Instant;

/** What the pages need of the ledger: the mail that asks a new subscriber to confirm. */
public interface Confirmations {
  /** Whether such a mail was written down for this subscriber after the given instant. */
  boolean askedSince(long subscriberId, Instant instant);

  /** Writes such a mail down. */
  void ask(long subscriberId, Instant now);

  /**
   * Confirmations that are kept in a ledger.
   *
   * @param asked told when one was written down, so that it is sent at once
   */
  static Confirmations in(Ledger ledger, Runnable asked) {
    return new Confirmations() {
      // One edition a day at most: what lies behind these is older than a day.
      private static final int NEWEST = 20;

      @Override
      public boolean askedSince(long subscriberId, Instant instant) {
        return ledger.of(subscriberId, NEWEST).stream()
            .anyMatch(
                delivery ->
                    delivery.kind() == Delivery.Kind.CONFIRMATION
                        && delivery.plannedAt().isAfter(instant));
      }

      @Override
      public void ask(long subscriberId, Instant now) {
        ledger.askToConfirm(subscriberId, now);
        asked.run();
      }
    };
  }
}
