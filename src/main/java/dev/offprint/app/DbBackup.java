package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.db.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the database and the keys beside it, while the daemon runs or not. */
@Command(
    name = "backup",
    description =
        "Copy the database, as it is at one instant, and the keys of the data folder into a new ZIP"
            + " file, also while the daemon runs. Readers' addresses are in it: keep it from"
            + " others.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class DbBackup implements Action<Installation> {
  @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
  Path file;

  @Override
  public CommandResult act(Installation features, Console console) {
    if (!features.configuration().database().url().isEmpty()) {
      throw CommandFailure.failed(
          "the database is elsewhere, as database.url says: copy it by its own means, such as"
              + " pg_dump, and the keys in "
              + features.data()
              + " beside it");
    }
    try {
      List<String> names = Backup.write(((Wiring) features).database(), features.data(), file);
      long octets = Files.size(file);
      return new CommandResult(
          String.format(
              Locale.ROOT, "Wrote %s, %,.1f MB: %s.", file, octets / 1e6, String.join(", ", names)),
          new Document().with("file", file.toString()).with("bytes", octets).with("holds", names));
    } catch (IOException e) {
      throw CommandFailure.failed("no backup was made: " + e.getMessage());
    }
  }
}
