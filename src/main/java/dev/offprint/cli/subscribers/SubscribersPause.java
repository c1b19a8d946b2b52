package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a subscriber's editions for a while. */
@Command(
    name = "pause",
    description = "Send subscribers nothing until a day, or until they are resumed.",
    footer = {
      "",
      "Examples:",
      "  offprint subscribers pause ada@example.org --until 2027-01-07",
      "  offprint subscribers pause --group 'Systems Reading Group' --until 2027-01-07"
    })
final class SubscribersPause implements Action<SubscriberFeatures> {
  @Parameters(
      arity = "0..1",
      paramLabel = "EMAIL",
      description = "Address of the subscriber; without one, all who fit the options below.")
  @Nullable EmailAddress address;

  @Mixin Which.ByInterest which = new Which.ByInterest();

  @Option(names = "--yes", description = "Pause all who are meant, without asking.")
  boolean yes;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "The first day on which editions come again, as YYYY-MM-DD.")
  @Nullable Day until;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    LocalDate end = until == null ? null : until.in(features);
    if (ManySubscribers.areMeant(address, which, yes)) {
      return new ManySubscribers(features, console, yes)
          .change(which, "pause", each -> features.membership().pause(each.id(), end));
    }
    Subscriber before = SubscriberText.known(features, Objects.requireNonNull(address));
    return switch (features.membership().pause(before.id(), end)) {
      case Outcome.Done(Subscriber now) ->
          result(
              features,
              now,
              end == null
                  ? " and is sent nothing until it is resumed"
                  : ", and is active again then");
      case Outcome.Already(Subscriber now) -> result(features, now, " already");
      case Outcome.Refused(Subscriber now) ->
          throw CommandFailure.failed(
              String.format(
                  Locale.ROOT,
                  "%s is %s and is sent no editions, so there is nothing to pause",
                  now.address(),
                  Text.word(now.status())));
      case Outcome.NoSuchEnd(Subscriber now) ->
          throw CommandFailure.wrongUsage(noSuchEnd(features, now));
      default -> throw SubscriberText.unknown(before.address());
    };
  }

  static String noSuchEnd(SubscriberFeatures features, Subscriber subscriber) {
    return String.format(
        Locale.ROOT,
        "--until must be after today, %s, and within %d years",
        subscriber.today(features.clock().instant()),
        Subscriber.LONGEST_PAUSE_YEARS);
  }

  private static CommandResult result(
      SubscriberFeatures features, Subscriber paused, String meaning) {
    return new CommandResult(
        String.format(
            Locale.ROOT, "%s is %s%s.", paused.address(), SubscriberText.status(paused), meaning),
        SubscriberText.document(features, paused));
  }
}
