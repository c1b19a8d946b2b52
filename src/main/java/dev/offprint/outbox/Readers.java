package dev.offprint.outbox;

import dev.offprint.selection.Reader;
import dev.offprint.subscribers.LikingStore;
import dev.offprint.subscribers.Subscriber;

/** Brings together what choosing papers for a subscriber needs to know of them. */
public final class Readers {
  private final Ledger ledger;
  private final LikingStore likings;

  public Readers(Ledger ledger, LikingStore likings) {
    this.ledger = ledger;
    this.likings = likings;
  }

  /** What is known of one subscriber by now. */
  public Reader of(Subscriber subscriber) {
    return new Reader(
        subscriber.preferences(), likings.of(subscriber.id()), ledger.sentTo(subscriber.id()));
  }
}
