package dev.offprint.sending;

import java.util.Optional;

/** What sending needs of SMTP. */
public interface MailTransport {
  /**
   * A connection of its own. It is made when the first message is sent, and again when it was lost.
   */
  Connection open();

  /** One connection to the relay, for one thread at a time. */
  interface Connection extends AutoCloseable {
    /**
     * Makes the connection, unless it is there. What a message says, and whether it is still to be
     * sent, is looked up after this, as a relay may take its time.
     *
     * @return why it cannot be made; empty when it is there
     */
    Optional<SendOutcome.RelayUnavailable> connect();

    /**
     * Hands over one message, over a connection that is made if it is not there. Does not throw for
     * anything that the network or the relay does.
     */
    SendOutcome send(OutgoingMessage message);

    @Override
    void close();
  }
}
