package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Table;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.groups.Group;
import dev.offprint.ledger.NextEditions;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows subscribers. */
@Command(
    name = "list",
    description = "Show every subscriber, or those who are meant, by address.",
    footer = {
      "",
      "Who is shown fits all the options given.",
      "",
      "Examples:",
      "  offprint subscribers list --status active --not-mailed-since today",
      "  offprint subscribers list --domain lab.example --interest graph"
    })
final class SubscribersList implements Action<SubscriberFeatures> {
  @Mixin Which.ByInterest which = new Which.ByInterest();

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    List<Long> ids = which.ids(features);
    UnaryOperator<Subscriber> due =
        new NextEditions(features.ledger().deliveries()).asOf(features.clock().instant());
    if (console.isJson()) {
      return new CommandResult("", documents(ids, due, features));
    }
    return new CommandResult(
        ids.isEmpty()
            ? which.given()
                ? "No subscriber matches."
                : "There are no subscribers; 'offprint subscribers add EMAIL' adds one."
            : table(subscribers(ids, features).map(due), features.zone()),
        List.of());
  }

  private static Stream<List<Subscriber>> portions(List<Long> ids, SubscriberFeatures features) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + Which.PORTION)
        .mapToObj(from -> ids.subList(from, Math.min(from + Which.PORTION, ids.size())))
        .map(features.subscribers()::all);
  }

  private static Stream<Subscriber> subscribers(List<Long> ids, SubscriberFeatures features) {
    return portions(ids, features).flatMap(List::stream);
  }

  private static Stream<SubscriberDocument> documents(
      List<Long> ids, UnaryOperator<Subscriber> due, SubscriberFeatures features) {
    return portions(ids, features)
        .flatMap(
            portion -> {
              Map<Long, List<Group>> groups =
                  features.groups().of(portion.stream().map(Subscriber::id).toList());
              return portion.stream()
                  .map(
                      subscriber ->
                          SubscriberDocument.of(
                              due.apply(subscriber),
                              groups.getOrDefault(subscriber.id(), List.of())));
            });
  }

  private static String table(Stream<Subscriber> subscribers, ZoneId zone) {
    Table table =
        new Table("ADDRESS", "STATUS", "WANTS", "MAX", TimingText.column("NEXT DUE", zone));
    subscribers.forEach(
        subscriber ->
            table.row(
                subscriber.address().toString(),
                Text.word(subscriber.status()),
                SubscriberText.brief(subscriber.preferences()),
                Integer.toString(subscriber.preferences().maximum()),
                subscriber.status() == Status.ACTIVE
                    ? TimingText.moment(subscriber.nextDue(), zone)
                    : "-"));
    return table.toString();
  }
}
