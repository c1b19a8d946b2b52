package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.NamedPapers;
import dev.offprint.cli.console.Text;
import dev.offprint.groups.Group;
import dev.offprint.groups.Shared;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "as HTML. With --group, what the group's members begin with takes the place of all these.",
      "",
      "Examples:",
      "  offprint subscribers add ada@example.org",
      "  offprint subscribers add ada@example.org --trending --interest 'mixture of experts' \\",
      "      --interest 'author:hinton' --max 5 --at 07:00 --zone Europe/Oslo --days mon-fri",
      "  offprint subscribers add grace@example.org --weekly fri --at 16:00",
      "  offprint subscribers add emmy@example.org --group 'Systems Reading Group'"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersAdd implements Action<Features> {
  @Parameters(paramLabel = "EMAIL", description = "Address to mail to.")
  EmailAddress address;

  @Mixin PreferenceOptions options = new PreferenceOptions();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "A group to be in, whose preferences count where none are given here.")
  @Nullable String group;

  @Option(
      names = "--consent",
      paramLabel = "TEXT",
      description = "What its owner agreed to, and when; it is kept with the subscriber.")
  @Nullable String consent;

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(Features features, Console console) {
    Optional<String> agreed = Optional.ofNullable(consent).map(Consent::option);
    Optional<Group> joined =
        Optional.ofNullable(group).map(name -> GroupText.known(features, name));
    Preferences preferences =
        joined
            .map(
                given ->
                    options.over(given.forNewMember(), List.of(), List.of(), features, console))
            .orElseGet(() -> options.orUsual(features, console));
    PreferenceOptions.requireSomething(
        preferences, joined.map(List::of).map(Shared::of).orElse(Shared.NONE));
    OptionalLong id = joined.stream().mapToLong(Group::id).findFirst();
    Subscriber added =
        switch (features.membership().add(address, preferences, id)) {
          case Outcome.Done(Subscriber now) -> now;
          case Outcome.Already(Subscriber there) -> throw exists(there);
          default -> throw OutcomeText.barred(address);
        };
    agreed.ifPresent(text -> features.membership().enrolment().agree(added.id(), text));
    SubscriberText.warnOf(preferences.interests(), console);
    new NamedPapers(features, console).fetch(preferences.interests());
    return new CommandResult(
        String.format(
            Locale.ROOT,
            "Added %s: %s.\nThe first edition is due %s.",
            added.address(),
            SubscriberText.wants(preferences),
            SubscriberText.nextDue(added)),
        SubscriberText.document(features, added));
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
