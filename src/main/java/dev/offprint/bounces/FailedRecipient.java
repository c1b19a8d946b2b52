package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address that a report names.
 *
 * @param address the one that was mailed to, where the report tells it apart
 * @param forwardedTo where that mail went on to and failed; null when it is the same
 * @param severity whether it makes sense to try again
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}
 * @param diagnostic what the failing host or the report says, on one line of at most 300 characters
 */
public record FailedRecipient(
    EmailAddress address,
    @Nullable EmailAddress forwardedTo,
    Severity severity,
    @Nullable String status,
    String diagnostic) {}
