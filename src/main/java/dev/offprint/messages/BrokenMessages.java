package dev.offprint.messages;

/** A file of messages cannot be used; the text says which, where and why. */
public final class BrokenMessages extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenMessages(String message) {
    super(message);
  }
}
