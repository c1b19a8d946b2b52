package dev.offprint.bounces;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers how the last look into each mailbox ended. */
public interface PollStore {
  /**
   * Remembers a look.
   *
   * @param problem why the mailbox could not be read; null when it could
   */
  void keep(String mailbox, Instant now, @Nullable String problem);

  Optional<Poll> last(String mailbox);
}
