package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.Text;
import dev.offprint.db.NotPermitted;
import dev.offprint.db.Restoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup into an empty data folder, and opens the database once to see that it is whole. */
@Command(
    name = "restore",
    description =
        "Put a backup into the data folder, which must be empty. What happened since it was made is"
            + " not known to it: let suppressions import read the newest list of who left before"
            + " anything is sent.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class DbRestore implements Action<Installation> {
  @Parameters(paramLabel = "FILE", description = "What db backup wrote; - is standard input.")
  Path file;

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(Installation features, Console console) {
    if (features.isDaemonRunning()) {
      throw CommandFailure.failed(
          "nothing was restored: the daemon runs on "
              + features.data()
              + "; stop it, then move what is in the folder away");
    }
    boolean isInput = file.equals(Installation.STANDARD_INPUT);
    try {
      List<String> names =
          isInput
              ? Restoring.restore(System.in, features.data())
              : Restoring.restore(file, features.data());
      int subscribers = ((Wiring) features).subscribers().all().size();
      return new CommandResult(
          String.format(
              Locale.ROOT,
              "Restored %s into %s: %s, with %s.\n"
                  + "Before anything is sent, let 'offprint suppressions import' read the newest"
                  + " list of who left.",
              isInput ? "standard input" : file,
              features.data(),
              String.join(", ", names),
              Text.count(subscribers, "subscriber")),
          new Document()
              .with("data", features.data().toString())
              .with("holds", names)
              .with("subscribers", subscribers));
    } catch (NotPermitted e) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "nothing was restored: %s; let the shell open the backup: offprint db restore - < %s",
              e.getMessage(),
              file));
    } catch (IOException e) {
      throw CommandFailure.failed("nothing was restored: " + e.getMessage());
    }
  }
}
