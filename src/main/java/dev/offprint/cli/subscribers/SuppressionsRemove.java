package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Allows mail to an address again. */
@Command(
    name = "remove",
    description = "Allow mail to an address again; its subscriber is paused until resumed.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SuppressionsRemove implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address that may be mailed again.")
  EmailAddress address;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    if (!features.membership().lift(address)) {
      throw CommandFailure.failed(address + " is not suppressed");
    }
    String resume =
        features
            .subscribers()
            .find(address)
            .filter(
                subscriber ->
                    subscriber.status() == Subscriber.Status.PAUSED
                        || subscriber.status() == Subscriber.Status.UNSUBSCRIBED)
            .map(subscriber -> "; 'offprint subscribers resume %s' sends editions again")
            .map(text -> String.format(Locale.ROOT, text, address))
            .orElse("");
    return new CommandResult(
        String.format(Locale.ROOT, "%s may be mailed again%s.", address, resume),
        new Document().with("address", address.toString()).with("removed", true));
  }
}
