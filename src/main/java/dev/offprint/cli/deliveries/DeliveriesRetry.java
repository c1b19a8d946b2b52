package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.subscribers.GroupText;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends what has failed again. */
@Command(
    name = "retry",
    description = "Send failed deliveries again: those named, or all that failed on a day.",
    footer = {
      "",
      "They go out with their papers as planned, and with the same Message-ID. The daemon sends",
      "them within a minute, or 'offprint run' does. What is not failed is left alone.",
      "",
      "Examples:",
      "  offprint deliveries retry 1204 1207",
      "  offprint deliveries retry --date today"
    })
final class DeliveriesRetry implements Action<SubscriberFeatures> {
  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Numbers of deliveries, as the list shows them.")
  List<Long> ids = List.of();

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "All failed editions of this day: YYYY-MM-DD, today or yesterday.")
  @Nullable Day day;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "Only those of the members of this group.")
  @Nullable String group;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    if (ids.isEmpty() == (day == null)) {
      throw CommandFailure.wrongUsage("give either the numbers of deliveries or --date");
    }
    if (group != null && day == null) {
      throw CommandFailure.wrongUsage("--group goes with --date");
    }
    List<Long> again = new ArrayList<>();
    for (Delivery delivery : wanted(features)) {
      if (features.ledger().settlements().retry(delivery.id(), features.clock().instant())) {
        again.add(delivery.id());
      }
    }
    return new CommandResult(
        again.isEmpty()
            ? none(features)
            : Text.count(again.size(), "delivery", "deliveries") + " will be sent again.",
        new Document().with("retried", again));
  }

  private String none(SubscriberFeatures features) {
    return Optional.ofNullable(day)
        .flatMap(wanted -> RetainedDays.forgotten(features, wanted.in(features)))
        .orElse("No edition of that day has failed.");
  }

  private List<Delivery> wanted(SubscriberFeatures features) {
    if (day != null) {
      return GroupText.ofMembers(
          features, group, features.ledger().deliveries().list(day.in(features), Status.FAILED));
    }
    List<Delivery> wanted = new ArrayList<>();
    for (long id : ids) {
      Delivery delivery = DeliveryText.known(features, id);
      if (delivery.progress().status() != Status.FAILED) {
        throw CommandFailure.failed(
            String.format(
                Locale.ROOT,
                "delivery %d is %s, and only what has failed is sent again; nothing was changed."
                    + " 'offprint deliveries resend EMAIL' sends an edition once more",
                id,
                Text.word(delivery.progress().status())));
      }
      wanted.add(delivery);
    }
    return wanted;
  }
}
