package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
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
final class SubscribersPause implements Action {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "The first day on which editions come again, as YYYY-MM-DD.")
  @Nullable Day until;

  @Override
  public CommandResult act(Features features, Console console) {
    Subscriber before = SubscriberText.known(features, address);
    if (!before.mayPause()) {
      throw CommandFailure.failed(
          "%s is %s and is sent no editions, so there is nothing to pause"
              .formatted(before.address(), Text.word(before.status())));
    }
    LocalDate end = end(features, before);
    boolean already = before.status() == Status.PAUSED && Objects.equals(before.pausedUntil(), end);
    features.subscribers().pause(before.id(), end);
    Subscriber after = SubscriberText.known(features, address);
    return new CommandResult(
        "%s is %s%s."
            .formatted(
                after.address(),
                SubscriberText.status(after),
                already
                    ? " already"
                    : end == null
                        ? " and is sent nothing until it is resumed"
                        : ", and is active again then"),
        SubscriberText.document(after));
  }

  private @Nullable LocalDate end(Features features, Subscriber subscriber) {
    if (until == null) {
      return null;
    }
    LocalDate end = until.in(features);
    Instant now = features.clock().instant();
    if (!subscriber.mayPauseUntil(end, now)) {
      throw CommandFailure.wrongUsage(
          "--until must be after today, %s, and within %d years"
              .formatted(subscriber.today(now), Subscriber.LONGEST_PAUSE_YEARS));
    }
    return end;
  }
}
