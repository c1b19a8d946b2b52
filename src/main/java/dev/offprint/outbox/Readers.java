package dev.offprint.outbox;

import dev.offprint.selection.Reader;
import dev.offprint.subscribers.Likings;
import dev.offprint.subscribers.Subscriber;

/** Brings together what choosing papers for a subscriber needs to know of them. */
public final class Readers {
  private final Ledger ledger;

  public Readers(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What is known of one subscriber by now. */
  public Reader of(Subscriber subscriber) {
    return new Reader(subscriber.preferences(), Likings.NONE, ledger.sentTo(subscriber.id()));
  }
}
