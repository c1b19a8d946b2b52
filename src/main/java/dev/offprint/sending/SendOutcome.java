package dev.offprint.sending;

/** What became of handing a message to the relay. */
public sealed interface SendOutcome {

  /** The relay has taken responsibility for it (RFC 5321, section 4.2.5). */
  record Accepted(String response) implements SendOutcome {}

  /** This message cannot be taken now: a 4xx answer. */
  record Deferred(String why) implements SendOutcome {}

  /**
   * This message cannot be taken now, because its recipient's domain, or the relay for it, takes no
   * more for the moment: a 4xx answer that says so.
   */
  record SlowDown(String why) implements SendOutcome {}

  /** The connection was lost before anything of this message was sent, and may be made again. */
  record ConnectionLost() implements SendOutcome {}

  /**
   * The message was sent, but the connection broke before the relay confirmed it: it may have taken
   * it.
   */
  record Unconfirmed(String why) implements SendOutcome {}

  /** This message will never be taken: a 5xx answer to its recipient or its content. */
  record Rejected(String why) implements SendOutcome {}

  /**
   * Nothing can be sent now, whoever it is for: no connection, TLS or authentication failed, the
   * configuration is wrong. The message was not judged.
   *
   * @param why one line that says what to do
   * @param mayPass whether it may be better in a while without anybody's doing
   */
  record RelayUnavailable(String why, boolean mayPass) implements SendOutcome {
    /** The relay may be back in a while. */
    public RelayUnavailable(String why) {
      this(why, true);
    }
  }
}
