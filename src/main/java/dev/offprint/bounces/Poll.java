package dev.offprint.bounces;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last look into a mailbox ended.
 *
 * @param polledAt when that was
 * @param answeredAt when the mailbox could be read last; null when it never could
 * @param problem why it could not be read, on one line; null when it could
 */
public record Poll(Instant polledAt, @Nullable Instant answeredAt, @Nullable String problem) {}
