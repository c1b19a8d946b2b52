package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.roster.RosterLines;
import dev.offprint.groups.Group;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes subscribers as the import reads them. */
@Command(
    name = "export",
    description = "Print every subscriber, or those who are meant, as CSV or JSON Lines.",
    footer = {
      "",
      "'subscribers import' reads either back as it was. In CSV, what a spreadsheet would take for",
      "a formula has an apostrophe before it, which the import takes off.",
      "",
      "Examples:",
      "  offprint subscribers export > readers.csv",
      "  offprint subscribers export --jsonl --group 'Vision Lab' > lab.jsonl"
    })
final class SubscribersExport implements Action<SubscriberFeatures> {
  @Option(names = "--csv", description = "Comma-separated values, which it is otherwise too.")
  boolean csv;

  @Option(names = "--jsonl", description = "A JSON document a line.")
  boolean jsonLines;

  @Mixin Which.ByInterest which = new Which.ByInterest();

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    if (csv && jsonLines) {
      throw CommandFailure.wrongUsage("--csv and --jsonl cannot be had at once");
    }
    if (console.isJson() && (csv || jsonLines)) {
      throw CommandFailure.wrongUsage("--json prints one document; leave out --csv and --jsonl");
    }
    Stream<Exported> all = all(which.ids(features), features);
    if (console.isJson()) {
      return new CommandResult("", all.map(Exported::document));
    }
    if (!jsonLines) {
      console.data(RosterLines.names());
    }
    all.map(jsonLines ? Exported::json : Exported::values).forEach(console::data);
    return new CommandResult("", List.of());
  }

  private record Exported(Subscriber subscriber, List<Group> groups, @Nullable String consent) {
    Document document() {
      return RosterLines.document(subscriber, groups, consent);
    }

    String json() {
      return RosterLines.json(document());
    }

    String values() {
      return RosterLines.values(subscriber, groups, consent);
    }
  }

  private static Stream<Exported> all(List<Long> ids, SubscriberFeatures features) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + Which.PORTION)
        .mapToObj(from -> ids.subList(from, Math.min(from + Which.PORTION, ids.size())))
        .flatMap(
            portion -> {
              Map<Long, List<Group>> groups = features.groups().of(portion);
              Map<Long, String> consents = features.subscribers().consents(portion);
              return features.subscribers().all(portion).stream()
                  .map(
                      subscriber ->
                          new Exported(
                              subscriber,
                              groups.getOrDefault(subscriber.id(), List.of()),
                              consents.get(subscriber.id())));
            });
  }
}
