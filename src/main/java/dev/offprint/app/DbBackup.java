package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.Text;
import dev.offprint.db.Backup;
import dev.offprint.db.DataFolder;
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
    if (file.toString().isEmpty()) {
      throw CommandFailure.wrongUsage("FILE: name the file that is to be written");
    }
    if (!DataFolder.wasUsed(features.data())) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "no backup was made: there is no installation in %s; name its folder with --data",
              features.data()));
    }
    try {
      Wiring wiring = (Wiring) features;
      List<String> names = Backup.write(wiring.database(), features.data(), file);
      long octets = Files.size(file);
      int subscribers = wiring.subscribers().all().size();
      return new CommandResult(
          String.format(
              Locale.ROOT,
              "Wrote %s, %,d KB with %s: %s.\n"
                  + "A configuration or templates in other folders are not in it.",
              file,
              (octets + 999) / 1000,
              Text.count(subscribers, "subscriber"),
              String.join(", ", names)),
          new Document()
              .with("file", file.toString())
              .with("bytes", octets)
              .with("subscribers", subscribers)
              .with("holds", names));
    } catch (IOException e) {
      throw CommandFailure.failed("no backup was made: " + e.getMessage());
    }
  }
}
