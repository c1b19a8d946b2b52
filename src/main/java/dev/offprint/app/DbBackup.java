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
import dev.offprint.db.NotPermitted;
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
  /** What is named as a file but is none. A file of that name is {@code ./-}. */
  private static final Path STANDARD_OUTPUT = Path.of("-");

  @Parameters(
      paramLabel = "FILE",
      description =
          "A file that is not there yet; - is standard output, for a place where only the shell may"
              + " write.")
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
    boolean isOutput = file.equals(STANDARD_OUTPUT);
    if (isOutput && console.isJson()) {
      throw CommandFailure.wrongUsage(
          "--json: standard output is the backup itself; leave it out, or name a file");
    }
    Wiring wiring = (Wiring) features;
    try {
      return isOutput ? toOutput(wiring, console) : toFile(wiring);
    } catch (NotPermitted e) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "no backup was made: %s; let the shell open the file: offprint db backup - > %s",
              e.getMessage(),
              file));
    } catch (IOException e) {
      throw CommandFailure.failed("no backup was made: " + e.getMessage());
    }
  }

  private CommandResult toFile(Wiring wiring) throws IOException {
    List<String> names = Backup.write(wiring.database(), wiring.data(), file);
    long octets = Files.size(file);
    int subscribers = wiring.subscribers().all().size();
    String size = String.format(Locale.ROOT, "%s, %,d KB", file, (octets + 999) / 1000);
    return new CommandResult(
        told(size, subscribers, names),
        new Document()
            .with("file", file.toString())
            .with("bytes", octets)
            .with("subscribers", subscribers)
            .with("holds", names));
  }

  /** What is told goes to standard error then. */
  private static CommandResult toOutput(Wiring wiring, Console console) throws IOException {
    List<String> names = Backup.write(wiring.database(), wiring.data(), System.out);
    // It keeps to itself what went wrong.
    if (System.out.checkError()) {
      throw new IOException("standard output takes no more; what it got is only a part");
    }
    console.note(told("a backup to standard output", wiring.subscribers().all().size(), names));
    return new CommandResult("", new Document());
  }

  private static String told(String what, int subscribers, List<String> names) {
    return String.format(
        Locale.ROOT,
        "Wrote %s with %s: %s.\n" + "A configuration or templates in other folders are not in it.",
        what,
        Text.count(subscribers, "subscriber"),
        String.join(", ", names));
  }
}
