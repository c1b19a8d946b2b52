package dev.offprint.sending;

/** What composing a delivery came to. */
sealed interface Composition {

  /** It can be sent. */
  record Ready(OutgoingMessage message) implements Composition {}

  /** It must not be sent, and why. */
  record Withheld(String why) implements Composition {}
}
