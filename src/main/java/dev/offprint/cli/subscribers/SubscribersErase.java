package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Standings.Erased;
import dev.offprint.subscribers.Subscriber;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes somebody and all that is kept of them. */
@Command(
    name = "erase",
    description =
        "Delete a subscriber, what they want and said of papers, and the record of what they were"
            + " sent.",
    footer = {
      "",
      "There is no way back; at a terminal it asks first. Of an address that left or must not be",
      "mailed a keyed hash stays, so that it is not mailed by mistake; 'suppressions remove'",
      "forgets that too. 'subscribers remove' sends nothing more, and the rest is forgotten",
      "after privacy.forget_days."
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersErase implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Option(names = "--yes", description = "Do not ask first.")
  boolean yes;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    String question =
        String.format(
            Locale.ROOT,
            "Delete %s for good, with the record of what was sent?",
            subscriber.address());
    if (!yes && !console.confirms(question)) {
      throw CommandFailure.failed("nothing was deleted");
    }
    Erased erased =
        features
            .membership()
            .erase(subscriber.id())
            .orElseThrow(() -> SubscriberText.unknown(address));
    return new CommandResult(
        String.format(
            Locale.ROOT,
            "%s is erased, with the record of what it was sent.%s",
            erased.address(),
            erased.staysKnown()
                ? " A keyed hash of the address stays, so that it is not mailed."
                : ""),
        new Document()
            .with("address", erased.address().toString())
            .with("erased", true)
            .with("suppressed", erased.staysKnown()));
  }
}
