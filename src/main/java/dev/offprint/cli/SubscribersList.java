package dev.offprint.cli;

import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;

/** Shows every subscriber. */
@Command(name = "list", description = "Show every subscriber, by address.")
final class SubscribersList implements Action {
  @Override
  public Answer act(Features features, Console console) {
    List<Subscriber> all = features.subscribers().all();
    return new Answer(
        all.isEmpty()
            ? "There are no subscribers; 'offprint subscribers add EMAIL' adds one."
            : table(all),
        all.stream().map(SubscriberText::document).toList());
  }

  private static String table(List<Subscriber> all) {
    Table table = new Table("ADDRESS", "STATUS", "WANTS", "MAX", "NEXT DUE", "ZONE");
    for (Subscriber subscriber : all) {
      table.row(
          subscriber.address().toString(),
          Text.word(subscriber.status()),
          SubscriberText.content(subscriber.preferences()),
          Integer.toString(subscriber.preferences().maximum()),
          Objects.requireNonNullElse(SubscriberText.nextDue(subscriber), "-"),
          subscriber.preferences().timing().zone().getId());
    }
    return table.toString();
  }
}
