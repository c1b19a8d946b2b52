package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.NamedPapers;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what a subscriber gets. */
@Command(
    name = "set",
    description = "Change what subscribers get; what is not given stays as it is.",
    footer = {
      "",
      "--interest replaces all interests. --no-trending sends only papers that match them.",
      "",
      "--status, --domain, --group, --with-interest and --not-mailed-since say which subscribers",
      "are changed; who is changed fits all of them. How many they are is told, and nothing is",
      "changed before somebody at the terminal says yes; without a terminal that takes --yes.",
      "",
      "Examples:",
      "  offprint subscribers set ada@example.org --at 18:30 --days mon,wed,fri",
      "  offprint subscribers set --domain lab.example --add-group 'Systems Reading Group'"
    })
final class SubscribersSet implements Action<Features> {
  @Parameters(
      arity = "0..1",
      paramLabel = "EMAIL",
      description = "Address of the subscriber; without one, all who fit the options below.")
  @Nullable EmailAddress address;

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

  @Option(
      names = "--add-group",
      paramLabel = "GROUP",
      description = "Make it a member of this group too; can be repeated.")
  List<String> joined = List.of();

  @Option(
      names = "--remove-group",
      paramLabel = "GROUP",
      description = "Take it out of this group; can be repeated.")
  List<String> left = List.of();

  @Mixin Which.WithInterest which = new Which.WithInterest();

  @Option(names = "--yes", description = "Change all who are meant, without asking.")
  boolean yes;

  @Override
  public CommandResult act(Features features, Console console) {
    if (!isPreferenceGiven() && joined.isEmpty() && left.isEmpty()) {
      throw CommandFailure.wrongUsage(
          "nothing to change was given; see 'offprint subscribers set --help'");
    }
    MemberChange groups = MemberChange.of(features, joined, left);
    if (ManySubscribers.areMeant(address, which, yes)) {
      Set<Interest> fresh = new LinkedHashSet<>();
      CommandResult result =
          new ManySubscribers(features, console, yes)
              .change(which, "change", each -> change(each, groups, fresh, features, console));
      tell(fresh, features, console);
      return result;
    }
    Subscriber before = SubscriberText.known(features, Objects.requireNonNull(address));
    Set<Interest> fresh = new LinkedHashSet<>();
    Subscriber after =
        switch (change(before, groups, fresh, features, console)) {
          case Outcome.Done(Subscriber now) -> SubscriberText.due(features, now);
          case Outcome.Already(Subscriber now) -> SubscriberText.due(features, now);
          case Outcome.Refused(Subscriber gone) ->
              throw CommandFailure.failed(
                  String.format(
                      Locale.ROOT,
                      "%s is %s, so nothing is changed; 'offprint subscribers resume %s' makes it"
                          + " active",
                      gone.address(),
                      Text.word(gone.status()),
                      gone.address()));
          default -> throw SubscriberText.unknown(before.address());
        };
    tell(fresh, features, console);
    return new CommandResult(
        SubscriberText.describe(after, features.groups().of(after.id())),
        SubscriberText.document(features, after));
  }

  private boolean isPreferenceGiven() {
    return options.given() || !added.isEmpty() || !removed.isEmpty();
  }

  /** Says what is to be said of the interests that were not there before. */
  private static void tell(Set<Interest> fresh, Features features, Console console) {
    SubscriberText.warnOf(fresh, console);
    new NamedPapers(features, console).fetch(List.copyOf(fresh));
  }

  /** The groups come first: what they bring may be all that somebody gets. */
  private Outcome change(
      Subscriber before,
      MemberChange groups,
      Set<Interest> fresh,
      Features features,
      Console console) {
    if (before.status() == Subscriber.Status.UNSUBSCRIBED) {
      return new Outcome.Refused(before);
    }
    Preferences wanted = options.over(before.preferences(), added, removed, features, console);
    if (isPreferenceGiven()) {
      PreferenceOptions.requireSomething(wanted, groups.shared(before));
    }
    boolean moved = groups.apply(before);
    if (!isPreferenceGiven()) {
      return moved ? new Outcome.Done(before) : new Outcome.Already(before);
    }
    wanted.interests().stream()
        .filter(interest -> !before.preferences().interests().contains(interest))
        .forEach(fresh::add);
    return features.membership().setPreferences(before.id(), wanted);
  }
}
