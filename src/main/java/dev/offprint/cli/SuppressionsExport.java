package dev.offprint.cli;

import dev.offprint.bounces.Suppression;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Prints every suppression as CSV. */
@Command(
    name = "export",
    description = "Print every suppression as CSV: address, reason, date and origin.")
final class SuppressionsExport implements Action {
  @Override
  public Answer act(Features features, Console console) {
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
    return new Answer(
        "address,reason,date,origin\n" + lines,
        all.stream().map(SuppressionText::document).toList());
  }
}
