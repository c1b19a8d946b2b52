package dev.offprint.subscribers;

/**
 * A subscriber as they stand at this moment.
 *
 * @param suppressed whether the address must not be mailed, see {@link
 *     SubscriberStore#isSuppressed}
 */
public record Recipient(Subscriber subscriber, boolean suppressed) {}
