package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.roster.RosterFile;
import dev.offprint.cli.roster.RosterImport;
import dev.offprint.groups.Group;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in subscribers from a file. */
@Command(
    name = "import",
    description = "Take in subscribers from a file: a table, a list, or an export of ours.",
    footer = {
      "",
      "It reads CSV whose first line names the columns, listmonk's export, addresses one a",
      "line as Mailman prints them, and what 'subscribers export' writes. Columns may be",
      "address, interests, content, time, zone, days, format, language, maximum, groups,",
      "status and consent, in any order. Several interests or groups stand one a line in a",
      "quoted value, or with semicolons between them.",
      "",
      "Everybody new is sent a mail that asks to confirm, unless you say what they agreed",
      "to. Who left or must not be mailed stays so; who is a subscriber keeps what the file",
      "does not speak of. A line that cannot be used is set aside, and the exit code is 1.",
      "Broken off, the same command completes it.",
      "",
      "Examples:",
      "  offprint subscribers import readers.csv --dry-run",
      "  offprint subscribers import members.txt --group 'Vision Lab'",
      "  offprint subscribers import readers.csv --consent 'at the open day, 2026-05-12'"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersImport implements Action<SubscriberFeatures> {
  @Parameters(paramLabel = "FILE", description = "File to take in; - is standard input.")
  Path file;

  @Option(
      names = "--dry-run",
      description = "Say for each line what would come of it, and change nothing.")
  boolean dry;

  @Option(
      names = "--consent",
      paramLabel = "TEXT",
      description =
          "What they agreed to, and when; it makes them active without a mail that asks, and is"
              + " kept with each.")
  @Nullable String consent;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "A group for all of them, whose preferences count where the file says nothing.")
  @Nullable String group;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "How the file is written, such as windows-1252, if it is not UTF-8.")
  @Nullable String encoding;

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    Optional<String> agreed = Optional.ofNullable(consent).map(Consent::option);
    Optional<Group> joined =
        Optional.ofNullable(group).map(name -> GroupText.known(features, name));
    RosterFile roster = RosterFile.open(file, encoding == null ? null : charset(encoding));
    return new RosterImport(features, console, dry).of(roster, agreed, joined);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(
          "--encoding "
              + name
              + ": there is no such encoding; write UTF-8, ISO-8859-1 or windows-1252");
    }
  }
}
