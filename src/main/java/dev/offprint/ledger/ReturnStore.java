package dev.offprint.ledger;

import java.util.Optional;

/** What came back from the relays of others. Every method is one transaction. */
public interface ReturnStore {
  /** The delivery with a Message-ID, with its angle brackets. */
  Optional<Delivery> findByMessageId(String messageId);

  /**
   * The delivery whose Message-ID has this local part, at the domain that they are made under now.
   */
  Optional<Delivery> findByToken(String token);

  /**
   * Writes down that a delivery that was sent came back; one that is not sent, or is known to have
   * come back, is left alone.
   *
   * @param status bounced or complained
   * @return whether the row was changed
   */
  boolean returned(long id, Delivery.Status status, String why);
}
