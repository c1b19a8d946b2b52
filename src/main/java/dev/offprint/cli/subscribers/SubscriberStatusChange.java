package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;

/** Changes where a subscriber stands, and says what that means. */
final class SubscriberStatusChange {
  private SubscriberStatusChange() {}

  /**
   * Brings a subscriber to a status; there already is fine.
   *
   * @param meaning what it means, as the end of a sentence that begins with the address
   */
  static CommandResult to(Status status, Subscriber before, String meaning, Features features) {
    if (before.status() == status) {
      return new CommandResult(
          "%s is %s already.".formatted(before.address(), Text.word(status)),
          SubscriberText.document(before));
    }
    features.subscribers().setStatus(before.id(), status, features.clock().instant());
    Subscriber after = SubscriberText.known(features, before.address());
    String due = SubscriberText.nextDue(after);
    return new CommandResult(
        "%s %s%s"
            .formatted(
                after.address(), meaning, due == null ? "." : "; the next is due " + due + "."),
        SubscriberText.document(after));
  }

  static String suppressed(EmailAddress address) {
    return address + " must not be mailed: its mails came back, or its owner complained";
  }
}
