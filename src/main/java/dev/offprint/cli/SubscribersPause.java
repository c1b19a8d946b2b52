package dev.offprint.cli;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops a subscriber's editions for a while. */
@Command(name = "pause", description = "Send a subscriber nothing until it is resumed.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersPause implements Action {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Override
  public Answer act(Features features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    Status status = subscriber.status();
    if (status != Status.ACTIVE && status != Status.PAUSED) {
      throw CommandFailure.failed(
          "%s is %s and is sent no editions, so there is nothing to pause"
              .formatted(subscriber.address(), Text.word(status)));
    }
    return SubscriberStatusChange.to(
        Status.PAUSED, subscriber, "is paused and is sent nothing until it is resumed", features);
  }
}
