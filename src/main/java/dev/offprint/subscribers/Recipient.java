package dev.offprint.subscribers;

/**
 * A subscriber as they stand at this moment.
 *
 * @param suppressed whether the address must not be mailed, see {@link
 *     SubscriberStore#isSuppressed}
 */
public record Recipient(Subscriber subscriber, boolean suppressed) {
  /** Whether they are waited for to confirm, see {@link Membership#confirm}. */
  public boolean mayConfirm() {
    return !suppressed && subscriber.status() == Subscriber.Status.PENDING;
  }
}
