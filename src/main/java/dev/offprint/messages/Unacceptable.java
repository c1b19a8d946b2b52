package dev.offprint.messages;

/** What somebody typed cannot be taken. */
public final class Unacceptable extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient Message reason;

  /**
   * @param reason without a capital and a full stop, fit for the person who typed it
   */
  public Unacceptable(Message reason) {
    super(reason.toString());
    this.reason = reason;
  }

  public Message reason() {
    return reason;
  }
}
