package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Table;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.ledger.NextEditions;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows every subscriber. */
@Command(name = "list", description = "Show every subscriber, by address.")
final class SubscribersList implements Action<SubscriberFeatures> {
  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    List<Subscriber> all =
        new NextEditions(features.ledger().deliveries())
            .of(features.subscribers().all(), features.clock().instant());
    return new CommandResult(
        all.isEmpty()
            ? "There are no subscribers; 'offprint subscribers add EMAIL' adds one."
            : table(all, features.zone()),
        all.stream().map(SubscriberDocument::of).toList());
  }

  private static String table(List<Subscriber> all, ZoneId zone) {
    Table table = new Table("ADDRESS", "STATUS", "WANTS", "MAX", "NEXT DUE");
    for (Subscriber subscriber : all) {
      table.row(
          subscriber.address().toString(),
          Text.word(subscriber.status()),
          SubscriberText.brief(subscriber.preferences()),
          Integer.toString(subscriber.preferences().maximum()),
          subscriber.status() == Status.ACTIVE
              ? TimingText.moment(subscriber.nextDue(), zone)
              : "-");
    }
    return table.toString();
  }
}
