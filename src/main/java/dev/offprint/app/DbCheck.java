package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.Text;
import dev.offprint.db.Integrity;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Reads all of the database, while the daemon runs or not. */
@Command(
    name = "check",
    description =
        "Read every row of the database and look whether all that rows refer to is there. Exit"
            + " status 1 when something is wrong.")
final class DbCheck implements Action<Installation> {
  @Override
  public CommandResult act(Installation features, Console console) {
    try {
      Integrity found = Integrity.of(((Wiring) features).database());
      Document document =
          new Document()
              .with("sound", found.problems().isEmpty())
              .with("tables", found.tables())
              .with("rows", found.rows())
              .with("references", found.references())
              .with("problems", List.copyOf(found.problems()));
      String read =
          String.format(
              Locale.ROOT,
              "%s with %,d rows were read, %s looked up",
              Text.count(found.tables(), "table"),
              found.rows(),
              Text.count(found.references(), "reference"));
      return found.problems().isEmpty()
          ? new CommandResult("The database is sound: " + read + ".", document)
          : new CommandResult(
              "The database is not sound: "
                  + read
                  + ", and\n  "
                  + String.join("\n  ", found.problems())
                  + "\nPut it back from a backup with 'offprint db restore'.",
              document,
              true);
    } catch (SQLException e) {
      throw CommandFailure.failed("the database cannot be looked at: " + e.getMessage());
    }
  }
}
