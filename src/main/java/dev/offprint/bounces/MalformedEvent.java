package dev.offprint.bounces;

/** An event lacks a field or has a wrong one; the message names it. */
final class MalformedEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedEvent(String message) {
    super(message);
  }
}
