package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a subscriber active again; the operator vouches for the consent. */
@Command(
    name = "resume",
    description = "Make subscribers active who are paused, have left or have not confirmed.")
final class SubscribersResume implements Action<SubscriberFeatures> {
  @Parameters(
      arity = "0..1",
      paramLabel = "EMAIL",
      description = "Address of the subscriber; without one, all who fit the options below.")
  @Nullable EmailAddress address;

  @Mixin Which.ByInterest which = new Which.ByInterest();

  @Option(names = "--yes", description = "Resume all who are meant, without asking.")
  boolean yes;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    if (ManySubscribers.areMeant(address, which, yes)) {
      return new ManySubscribers(features, console, yes)
          .change(which, "resume", each -> features.membership().vouch(each.id()));
    }
    Subscriber subscriber = SubscriberText.known(features, Objects.requireNonNull(address));
    return OutcomeText.of(
        features,
        features.membership().vouch(subscriber.id()),
        subscriber.address(),
        "is active and is sent editions again");
  }
}
