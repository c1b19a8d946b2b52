package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Table;
import dev.offprint.subscribers.Suppression;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows every address that must not be mailed. */
@Command(name = "list", description = "Show every address that must not be mailed, and why.")
final class SuppressionsList implements Action<SubscriberFeatures> {
  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    List<Suppression> all = features.suppressions().all();
    Table table = new Table("ADDRESS", "SINCE", "ORIGIN", "REASON");
    for (Suppression suppression : all) {
      table.row(
          suppression.address().toString(),
          suppression.since().atZone(features.zone()).toLocalDate().toString(),
          SuppressionText.origin(suppression),
          suppression.reason());
    }
    return new CommandResult(
        all.isEmpty() ? "No address is suppressed." : table.toString(),
        all.stream().map(SuppressionText::document).toList());
  }
}
