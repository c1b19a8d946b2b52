package dev.offprint.subscribers;

/** What came of something that was asked for a subscriber. */
public sealed interface Outcome {
  /** It is done. */
  record Done(Subscriber now) implements Outcome {}

  /** A subscriber is mailed at another address from now on. */
  record Moved(Subscriber now) implements Outcome {}

  /** They are in one more group; however else they stand is as before. */
  record Joined(Subscriber now) implements Outcome {}

  /** It was so before. */
  record Already(Subscriber now) implements Outcome {}

  /** It is not for whoever stands as they do; nothing is changed. */
  record Refused(Subscriber now) implements Outcome {}

  /** A pause cannot be until this day; nothing is changed. */
  record NoSuchEnd(Subscriber now) implements Outcome {}

  /**
   * The address must not be mailed, because mails came back, its owner complained, or so it was
   * said.
   */
  record Barred() implements Outcome {}

  /** There is no such subscriber. */
  record Unknown() implements Outcome {}
}
