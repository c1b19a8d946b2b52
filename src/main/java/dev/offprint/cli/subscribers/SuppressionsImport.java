package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.CsvFile;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.Suppression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes in suppressions from CSV. */
@Command(
    name = "import",
    description = "Take in addresses that must not be mailed from CSV.",
    footer = {
      "",
      "Each line holds an address and, where known, the reason, the date (2024-05-27",
      "or 2024-05-27T08:30:00Z) and the origin (hard_bounce, soft_bounces, complaint,",
      "operator or unsubscribe). Files of other programs and of spreadsheets are read as",
      "well: their first line tells the columns, commas, semicolons or tabs stand between",
      "the values. Whoever they call enabled, active, subscribed or confirmed is passed",
      "over. A line that cannot be used is set aside with its number, the others go on,",
      "and the exit code is 1. An address that is suppressed already keeps its reason."
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SuppressionsImport implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "FILE", description = "File to take in; - is standard input.")
  Path file;

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    CsvFile read = CsvFile.read(file);
    if (read.records().isEmpty()) {
      throw CommandFailure.failed(Text.file(file) + ": there is nothing in it");
    }
    List<String> setAside = new ArrayList<>();
    int added = 0;
    int unchanged = 0;
    int passedOver = 0;
    SuppressionColumns columns = SuppressionColumns.of(first(read));
    for (CsvFile.Row record :
        read.records().subList(columns.hasNames() ? 1 : 0, read.records().size())) {
      try {
        Optional<Suppression> suppression = columns.read(read, record, features.clock().instant());
        if (suppression.isEmpty()) {
          passedOver++;
        } else if (features.membership().suppress(suppression.get())) {
          added++;
        } else {
          unchanged++;
        }
      } catch (IllegalArgumentException e) {
        String reason = String.format(Locale.ROOT, "line %d: %s", record.line(), e.getMessage());
        setAside.add(reason);
        console.note(String.format(Locale.ROOT, "%s: set aside: %s", Text.file(file), reason));
      }
    }
    return new CommandResult(
        String.format(
                Locale.ROOT,
                "%s: %,d new, %,d unchanged, %,d set aside",
                Text.file(file),
                added,
                unchanged,
                setAside.size())
            + (passedOver == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d passed over as to be mailed", passedOver)),
        new Document()
            .with("file", Text.file(file))
            .with("new", added)
            .with("unchanged", unchanged)
            .with("set_aside", setAside)
            .with("passed_over", passedOver),
        !setAside.isEmpty() || added + unchanged == 0);
  }

  /** The values of the first record; one that cannot be read is no line of names. */
  private static List<String> first(CsvFile file) {
    try {
      return file.values(file.records().getFirst());
    } catch (IllegalArgumentException e) {
      return List.of("@");
    }
  }
}
