package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.NamedPapers;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds a subscriber, whose consent the operator vouches for. */
@Command(
    name = "add",
    description =
        "Add a subscriber who is active at once: you vouch that its owner wants these mails.",
    footer = {
      "",
      "Without --trending and --interest, trending papers are sent; with --interest alone, only",
      "papers that match. Else: at most 10 papers, daily at 07:00 in this machine's time zone,",
      "as HTML.",
      "",
      "Examples:",
      "  offprint subscribers add ada@example.org",
      "  offprint subscribers add ada@example.org --trending --interest 'mixture of experts' \\",
      "      --interest 'author:hinton' --max 5 --at 07:00 --zone Europe/Oslo --days mon-fri",
      "  offprint subscribers add grace@example.org --weekly fri --at 16:00"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersAdd implements Action {
  @Parameters(paramLabel = "EMAIL", description = "Address to mail to.")
  EmailAddress address;

  @Mixin PreferenceOptions options = new PreferenceOptions();

  @Override
  public CommandResult act(Features features, Console console) {
    Preferences preferences = options.orUsual(features.zone(), console);
    if (features.subscribers().isSuppressed(address)) {
      throw CommandFailure.failed(SubscriberStatusChange.suppressed(address));
    }
    Subscriber added =
        features
            .subscribers()
            .add(address, Status.ACTIVE, preferences, features.clock().instant())
            .orElseThrow(() -> exists(SubscriberText.known(features, address)));
    SubscriberText.warnOf(preferences, console);
    new NamedPapers(features, console).fetch(preferences.interests());
    return new CommandResult(
        "Added %s: %s.\nThe first edition is due %s."
            .formatted(
                added.address(), SubscriberText.wants(preferences), SubscriberText.nextDue(added)),
        SubscriberText.document(added));
  }

  private static CommandFailure exists(Subscriber there) {
    EmailAddress address = there.address();
    return CommandFailure.failed(
        switch (there.status()) {
          case ACTIVE ->
              "%s is a subscriber already; 'offprint subscribers set %s' changes what it gets"
                  .formatted(address, address);
          case PENDING ->
              "%s has subscribed and not confirmed; 'offprint subscribers resume %s' makes it active"
                  .formatted(address, address);
          case PAUSED, UNSUBSCRIBED ->
              "%s is a subscriber already, and %s; 'offprint subscribers resume %s' makes it active"
                  .formatted(address, Text.word(there.status()), address);
          case SUPPRESSED -> SubscriberStatusChange.suppressed(address);
        });
  }
}
