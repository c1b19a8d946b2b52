package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.CsvLine;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.Suppression;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Prints every suppression as CSV. */
@Command(
    name = "export",
    description = "Print every suppression as CSV: address, reason, date and origin.")
final class SuppressionsExport implements Action<SubscriberFeatures> {
  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    List<Suppression> all = features.suppressions().all();
    String lines =
        all.stream()
            .map(
                suppression ->
                    CsvLine.of(
                        List.of(
                            suppression.address().toString(),
                            suppression.reason(),
                            suppression.since().toString(),
                            Text.word(suppression.origin()))))
            .collect(Collectors.joining("\n"));
    return new CommandResult(
        "address,reason,date,origin\n" + lines,
        all.stream().map(SuppressionText::document).toList());
  }
}
