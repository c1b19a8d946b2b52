package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.NamedPapers;
import dev.offprint.cli.console.Text;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.util.Locale;
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
final class SubscribersAdd implements Action<Features> {
  @Parameters(paramLabel = "EMAIL", description = "Address to mail to.")
  EmailAddress address;

  @Mixin PreferenceOptions options = new PreferenceOptions();

  @Override
  public CommandResult act(Features features, Console console) {
    Preferences preferences = options.orUsual(features, console);
    Subscriber added =
        switch (features.membership().add(address, preferences)) {
          case Outcome.Done(Subscriber now) -> now;
          case Outcome.Already(Subscriber there) -> throw exists(there);
          default -> throw OutcomeText.barred(address);
        };
    SubscriberText.warnOf(preferences, console);
    new NamedPapers(features, console).fetch(preferences.interests());
    return new CommandResult(
        String.format(
            Locale.ROOT,
            "Added %s: %s.\nThe first edition is due %s.",
            added.address(),
            SubscriberText.wants(preferences),
            SubscriberText.nextDue(added)),
        SubscriberDocument.of(added));
  }

  private static CommandFailure exists(Subscriber there) {
    EmailAddress address = there.address();
    String resume =
        String.format(Locale.ROOT, "; 'offprint subscribers resume %s' makes it active", address);
    return CommandFailure.failed(
        address
            + switch (there.status()) {
              case ACTIVE ->
                  String.format(
                      Locale.ROOT,
                      " is a subscriber already; 'offprint subscribers set %s' changes what it"
                          + " gets",
                      address);
              case PENDING -> " has subscribed and not confirmed" + resume;
              case PAUSED, UNSUBSCRIBED, SUPPRESSED ->
                  " is a subscriber already, and " + Text.word(there.status()) + resume;
            });
  }
}
