package dev.offprint.bounces;

/** What a mail service reports to the web hook. */
public sealed interface HookEvent {
  /**
   * A bounce, a delay or a complaint.
   *
   * @param identity what makes it the same event when it comes again
   */
  record Reported(Reading reading, String identity) implements HookEvent {}

  /**
   * The service asks whether its events are wanted here; opening the address says so.
   *
   * @param identity as of an event
   */
  record Subscription(String address, String identity) implements HookEvent {}

  /** Of no interest, such as a mail that arrived. */
  record Ignored() implements HookEvent {}

  /**
   * It cannot be understood.
   *
   * @param why on one line, with the name of the field
   */
  record Malformed(String why) implements HookEvent {}
}
