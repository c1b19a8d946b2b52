package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a subscriber active again; the operator vouches for the consent. */
@Command(
    name = "resume",
    description = "Make a subscriber active who is paused, has left or has not confirmed.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersResume implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    return OutcomeText.of(
        features,
        features.membership().vouch(subscriber.id()),
        subscriber.address(),
        "is active and is sent editions again");
  }
}
