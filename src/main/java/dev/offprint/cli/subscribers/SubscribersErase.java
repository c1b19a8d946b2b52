package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Erased;
import dev.offprint.subscribers.Subscriber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes somebody and all that is kept of them. */
@Command(
    name = "erase",
    description =
        "Delete a subscriber, what they want and said of papers, and the record of what they were"
            + " sent.",
    footer = {
      "",
      "There is no way back. An address that left or must not be mailed stays among the",
      "suppressions, so that nobody can be mailed by mistake; 'suppressions remove' forgets it.",
      "'subscribers remove' sends nothing more and keeps the rest."
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersErase implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    Erased erased =
        features
            .membership()
            .erase(subscriber.id())
            .orElseThrow(() -> SubscriberText.unknown(address));
    return new CommandResult(
        "%s is erased, with the record of what it was sent.%s"
            .formatted(
                erased.address(),
                erased.staysKnown()
                    ? " The address stays among the suppressions, and is not mailed."
                    : ""),
        new Document()
            .with("address", erased.address().toString())
            .with("erased", true)
            .with("suppressed", erased.staysKnown()));
  }
}
