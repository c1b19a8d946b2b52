package dev.offprint.setup;

import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.NamedPapers;
import dev.offprint.cli.console.TimingText;
import dev.offprint.cli.subscribers.SubscriberText;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Subscribes whoever sets it up. */
final class FirstSubscriber {
  private FirstSubscriber() {}

  /** What came of it, as a sentence. */
  static String add(Answers answers, Features features, Console console) {
    Preferences preferences = preferences(answers, features);
    return switch (features.membership().add(answers.reader(), preferences)) {
      case Outcome.Done(Subscriber now) -> {
        SubscriberText.warnOf(preferences.interests(), console);
        new NamedPapers(features, console).tell(preferences.interests());
        yield String.format(
            Locale.ROOT,
            "%s is subscribed: %s. The first edition is due %s.",
            now.address(),
            SubscriberText.wants(preferences),
            TimingText.moment(now.nextDue(), features.zone()));
      }
      case Outcome.Already(Subscriber now) ->
          now.address()
              + " is a subscriber already, and stays as it is; 'offprint subscribers set' changes"
              + " it.";
      default ->
          answers.reader()
              + " is suppressed and was not subscribed; see 'offprint suppressions list'.";
    };
  }

  private static Preferences preferences(Answers answers, Features features) {
    return new Preferences(
        content(answers),
        answers.interests(),
        Preferences.USUAL_PAPERS,
        Timing.usual(features.zone()),
        Preferences.Format.HTML);
  }

  /** Interests beside what is trending, where some source tells that. */
  static Preferences.Content content(Answers answers) {
    if (answers.interests().isEmpty()) {
      return Preferences.Content.TRENDING;
    }
    return answers.papers().hasTrending() ? Preferences.Content.BOTH : Preferences.Content.MATCHING;
  }

  /** The command that does the same, for another user. */
  static List<String> command(Answers answers) {
    List<String> command = new ArrayList<>(List.of("subscribers", "add"));
    command.add(answers.reader().toString());
    if (content(answers).trending()) {
      command.add("--trending");
    }
    answers.interests().forEach(interest -> command.add("--interest=" + interest.line()));
    return command;
  }
}
