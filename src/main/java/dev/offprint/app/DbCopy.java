package dev.offprint.app;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Installation;
import dev.offprint.config.Refused;
import dev.offprint.config.SecretFile;
import dev.offprint.db.CopyFailure;
import dev.offprint.db.CopyReport;
import dev.offprint.db.DatabaseAddress;
import dev.offprint.db.DatabaseCopy;
import dev.offprint.db.DatabaseUnavailable;
import dev.offprint.sending.SenderLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves an installation's database to another one while nobody works with either. */
@Command(
    name = "copy",
    description =
        "Copy the database into an empty one, from H2 to PostgreSQL or back, and compare the two."
            + " Stop the daemon before: what is sent meanwhile would be sent again. Exit status 1"
            + " when the two differ. The old database stays as it is.",
    footer = {
      "",
      "URL is what database.url takes, or a data folder for the H2 file in it. The configured user",
      "and password are for the configured database; another one takes the user from its URL, as",
      "?user=NAME. A copy that was broken off is begun anew by the same command.",
      "",
      "Examples:",
      "  offprint db copy --to 'jdbc:postgresql://localhost/offprint?user=offprint' \\",
      "    --to-password-file /etc/offprint/database-password",
      "  offprint db copy --to /var/lib/offprint"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class DbCopy implements Action<Installation> {
  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "The database to copy; else the configured one.")
  @Nullable String from;

  @Option(
      names = "--from-password-file",
      paramLabel = "FILE",
      description = "File that holds the password for that; else the configured password.")
  @Nullable Path fromPasswordFile;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "An empty database, or a data folder without one.")
  String to;

  @Option(
      names = "--to-password-file",
      paramLabel = "FILE",
      description = "File that holds the password for that.")
  @Nullable Path toPasswordFile;

  @Override
  public CommandResult act(Installation features, Console console) {
    DatabaseAddress configured =
        DatabaseAddress.configured(features.configuration().database(), features.data());
    DatabaseAddress source =
        from == null
            ? withPassword("--from-password-file", fromPasswordFile, configured)
            : address("--from", from, "--from-password-file", fromPasswordFile, configured);
    DatabaseAddress target = address("--to", to, "--to-password-file", toPasswordFile, configured);
    if (source.isSameAs(target)) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT,
              "%s is what is copied from and what is copied to; name another one with %s",
              source.shown(),
              from == null ? "--from" : "--to"));
    }
    try (SenderLock _ = lock(source, features.data());
        CopyProgressLine progress = new CopyProgressLine(console)) {
      CopyReport report = DatabaseCopy.run(source, target, progress);
      return new CopyAnswer(source, target, configured, features.data()).of(report);
    } catch (CopyFailure | DatabaseUnavailable e) {
      throw CommandFailure.failed("the database was not copied: " + e.getMessage());
    }
  }

  /**
   * Keeps the daemon away, and commands that send.
   *
   * @return null where there is no folder to send for
   */
  private static @Nullable SenderLock lock(DatabaseAddress source, Path data) {
    Path folder = source.folder() == null ? data : source.folder();
    if (!Files.isDirectory(folder)) {
      return null;
    }
    return SenderLock.take(folder)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    String.format(
                        Locale.ROOT,
                        "the database was not copied: the daemon runs on %s, or a command that"
                            + " sends; stop it first, as what it sends meanwhile would not be in"
                            + " the copy, and would be sent again",
                        folder)));
  }

  private static DatabaseAddress address(
      String option,
      String text,
      String passwordOption,
      @Nullable Path passwordFile,
      DatabaseAddress configured) {
    try {
      DatabaseAddress given = DatabaseAddress.of(text);
      return withPassword(
          passwordOption,
          passwordFile,
          given.isSameAs(configured)
              ? given.withLogin(configured.username(), configured.password())
              : given);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(option + ": " + e.getMessage());
    }
  }

  private static DatabaseAddress withPassword(
      String option, @Nullable Path file, DatabaseAddress address) {
    if (file == null) {
      return address;
    }
    try {
      return address.withLogin(address.username(), SecretFile.content(file.toString()));
    } catch (Refused e) {
      throw CommandFailure.wrongUsage(option + " " + e.what() + "; " + e.remedy());
    }
  }
}
