package dev.offprint.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What composing a delivery came to. */
sealed interface Composition {

  /**
   * It can be sent.
   *
   * @param due the hour that its reader chose for it; null when there is none, as for a notice
   */
  record Ready(OutgoingMessage message, @Nullable Instant due) implements Composition {}

  /** It must not be sent, and why. */
  record Withheld(String why) implements Composition {}
}
