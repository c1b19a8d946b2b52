package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a subscriber's editions for a while. */
@Command(
    name = "pause",
    description = "Send a subscriber nothing until a day, or until it is resumed.",
    footer = {"", "Example:", "  offprint subscribers pause ada@example.org --until 2027-01-07"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersPause implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "The first day on which editions come again, as YYYY-MM-DD.")
  @Nullable Day until;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Subscriber before = SubscriberText.known(features, address);
    LocalDate end = until == null ? null : until.in(features);
    return switch (features.membership().pause(before.id(), end)) {
      case Outcome.Done(Subscriber now) ->
          result(
              now,
              end == null
                  ? " and is sent nothing until it is resumed"
                  : ", and is active again then");
      case Outcome.Already(Subscriber now) -> result(now, " already");
      case Outcome.Refused(Subscriber now) ->
          throw CommandFailure.failed(
              String.format(
                  Locale.ROOT,
                  "%s is %s and is sent no editions, so there is nothing to pause",
                  now.address(),
                  Text.word(now.status())));
      case Outcome.NoSuchEnd(Subscriber now) ->
          throw CommandFailure.wrongUsage(
              String.format(
                  Locale.ROOT,
                  "--until must be after today, %s, and within %d years",
                  now.today(features.clock().instant()),
                  Subscriber.LONGEST_PAUSE_YEARS));
      default -> throw SubscriberText.unknown(address);
    };
  }

  private static CommandResult result(Subscriber paused, String meaning) {
    return new CommandResult(
        String.format(
            Locale.ROOT, "%s is %s%s.", paused.address(), SubscriberText.status(paused), meaning),
        SubscriberDocument.of(paused));
  }
}
