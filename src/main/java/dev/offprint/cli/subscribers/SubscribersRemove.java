package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Unsubscribes somebody. */
@Command(
    name = "remove",
    description = "Send a subscriber nothing more; what was sent stays in the ledger.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersRemove implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    return OutcomeText.of(
        features,
        features.membership().leave(subscriber.id()),
        subscriber.address(),
        "is unsubscribed and is sent nothing more");
  }
}
