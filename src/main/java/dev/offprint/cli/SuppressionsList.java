package dev.offprint.cli;

import dev.offprint.bounces.Suppression;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows every address that must not be mailed. */
@Command(name = "list", description = "Show every address that must not be mailed, and why.")
final class SuppressionsList implements Action {
  @Override
  public Answer act(Features features, Console console) {
    List<Suppression> all = features.suppressions().all();
    Table table = new Table("ADDRESS", "SINCE", "ORIGIN", "REASON");
    for (Suppression suppression : all) {
      table.row(
          suppression.address().toString(),
          suppression.since().atZone(features.zone()).toLocalDate().toString(),
          SuppressionText.origin(suppression),
          suppression.reason());
    }
    return new Answer(
        all.isEmpty() ? "No address is suppressed." : table.toString(),
        all.stream().map(SuppressionText::document).toList());
  }
}
