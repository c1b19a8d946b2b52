package dev.offprint.cli;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class SubscribersSet implements Action {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Mixin PreferenceOptions options = new PreferenceOptions();

  @Override
  public Answer act(Features features, Console console) {
    if (!options.given()) {
      throw CommandFailure.wrongUsage(
          "nothing to change was given; see 'offprint subscribers set --help'");
    }
    Subscriber before = SubscriberText.known(features, address);
    Preferences preferences = options.over(before.preferences());
    features.subscribers().setPreferences(before.id(), preferences, features.clock().instant());
    Subscriber after = SubscriberText.known(features, address);
    return new Answer(SubscriberText.describe(after), SubscriberText.document(after));
  }
}
