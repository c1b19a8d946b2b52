package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Suppression;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops mailing an address. */
@Command(name = "add", description = "Mail an address no more, whoever asks for it.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SuppressionsAdd implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address that must not be mailed.")
  EmailAddress address;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever asks later.")
  String reason = "added by the operator";

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    boolean added =
        features
            .membership()
            .suppress(
                new Suppression(
                    address, Suppression.Origin.OPERATOR, reason, features.clock().instant()));
    Suppression kept = features.suppressions().find(address).orElseThrow();
    return new CommandResult(
        added
            ? address + " is not mailed any more."
            : String.format(Locale.ROOT, "%s is suppressed already: %s", address, kept.reason()),
        SuppressionText.document(kept));
  }
}
