package dev.offprint.sending;

/** What sending needs of SMTP. */
public interface MailTransport {
  /**
   * A connection of its own. It is made when the first message is sent, and again when it was lost.
   */
  Connection open();

  /** One connection to the relay, for one thread at a time. */
  interface Connection extends AutoCloseable {
    /** Hands over one message. Does not throw for anything that the network or the relay does. */
    SendOutcome send(OutgoingMessage message);

    @Override
    void close();
  }
}
