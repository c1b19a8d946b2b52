package dev.offprint.cli;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a subscriber active again; the operator vouches for the consent. */
@Command(
    name = "resume",
    description = "Make a subscriber active who is paused, has left or has not confirmed.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersResume implements Action {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Override
  public Answer act(Features features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    if (subscriber.status() == Status.SUPPRESSED
        || features.subscribers().isSuppressed(subscriber.address())) {
      throw CommandFailure.failed(SubscriberStatusChange.suppressed(subscriber.address()));
    }
    return SubscriberStatusChange.to(
        Status.ACTIVE, subscriber, "is active and is sent editions again", features);
  }
}
