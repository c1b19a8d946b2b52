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
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what a subscriber gets. */
@Command(
    name = "set",
    description = "Change what a subscriber gets; what is not given stays as it is.",
    footer = {
      "",
      "--interest replaces all interests. --no-trending sends only papers that match them.",
      "",
      "Example:",
      "  offprint subscribers set ada@example.org --at 18:30 --days mon,wed,fri"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersSet implements Action<Features> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Mixin PreferenceOptions options = new PreferenceOptions();

  @Option(
      names = "--add-interest",
      paramLabel = "TEXT",
      description = "Send papers on this too; can be repeated.")
  List<String> added = List.of();

  @Option(
      names = "--remove-interest",
      paramLabel = "TEXT",
      description = "Send no more papers on this; can be repeated.")
  List<Interest> removed = List.of();

  @Override
  public CommandResult act(Features features, Console console) {
    if (!options.given() && added.isEmpty() && removed.isEmpty()) {
      throw CommandFailure.wrongUsage(
          "nothing to change was given; see 'offprint subscribers set --help'");
    }
    Subscriber before = SubscriberText.known(features, address);
    Preferences preferences = options.over(before.preferences(), added, removed, features, console);
    Subscriber after =
        switch (features.membership().setPreferences(before.id(), preferences)) {
          case Outcome.Done(Subscriber now) -> SubscriberText.due(features, now);
          case Outcome.Refused(Subscriber gone) ->
              throw CommandFailure.failed(
                  String.format(
                      Locale.ROOT,
                      "%s is %s, so nothing is changed; 'offprint subscribers resume %s' makes it"
                          + " active",
                      gone.address(),
                      Text.word(gone.status()),
                      gone.address()));
          default -> throw SubscriberText.unknown(address);
        };
    SubscriberText.warnOf(preferences, console);
    new NamedPapers(features, console).fetch(preferences.interests());
    return new CommandResult(SubscriberText.describe(after), SubscriberDocument.of(after));
  }
}
