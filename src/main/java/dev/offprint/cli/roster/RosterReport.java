package dev.offprint.cli.roster;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.TimingText;
import dev.offprint.subscribers.Enrolment.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what comes of each line of a file, and of all of them. */
final class RosterReport {
  private final Console console;
  private final boolean dry;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<Document> refused = new ArrayList<>();
  private int asked;
  private @Nullable Instant lastAsked;

  /**
   * A report.
   *
   * @param dry whether it tells what would come of it
   */
  RosterReport(Console console, boolean dry) {
    this.console = console;
    this.dry = dry;
  }

  /**
   * One line. Whoever is new is told of line by line only where nothing is done yet.
   *
   * @param who the address, or what stands in its place; empty if the line cannot be taken apart
   * @param says why, or what; may be empty
   */
  void line(int number, String who, Kind kind, String says) {
    counts.merge(kind, 1, Integer::sum);
    String told =
        String.format(
            Locale.ROOT,
            "line %d: %s%s%s",
            number,
            who.isEmpty() ? "" : Text.cut(Text.oneLine(who), Text.WIDTH) + ": ",
            Text.word(kind),
            says.isEmpty() ? "" : ": " + says);
    switch (kind) {
      case REFUSED -> {
        refused.add(new Document().with("line", number).with("address", who).with("reason", says));
        console.progress("");
        console.note(told);
      }
      case NEW -> {
        if (dry) {
          say(told);
        }
      }
      case CHANGED, SUPPRESSED -> say(told);
      case UNCHANGED -> {}
    }
  }

  private void say(String line) {
    console.progress("");
    console.say(line);
  }

  /** So many more are asked to confirm, the last of them at that instant. */
  void asked(int more, Instant last) {
    asked += more;
    lastAsked = last;
  }

  private int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** All of it. */
  CommandResult result(
      Path file, Program program, List<String> notTaken, SubscriberFeatures features) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s, read as %s: %,d new, %,d changed, %,d unchanged, %s%,d refused",
                Text.file(file),
                program.words(),
                count(Kind.NEW),
                count(Kind.CHANGED),
                count(Kind.UNCHANGED),
                count(Kind.SUPPRESSED) == 0
                    ? ""
                    : String.format(Locale.ROOT, "%,d suppressed, ", count(Kind.SUPPRESSED)),
                count(Kind.REFUSED)));
    text.append(dry ? ". Nothing was changed: this is what would be.\n" : ".\n");
    if (asked > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s %s to confirm%s.\n",
              Text.count(asked, "reader"),
              dry ? "would be asked" : asked == 1 ? "is asked" : "are asked",
              until(features.clock().instant(), features.zone())));
      if (!dry && !features.isDaemonRunning()) {
        text.append("The mails leave once the daemon runs: 'offprint serve'.\n");
      }
    }
    if (!notTaken.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "Not taken in: the %s %s.\n",
              notTaken.size() == 1 ? "column" : "columns",
              Text.cut(Text.oneLine(String.join(", ", notTaken)), Text.WIDTH)));
    }
    return new CommandResult(
        text.toString(), document(file, program, notTaken), !refused.isEmpty());
  }

  private String until(Instant now, ZoneId zone) {
    return lastAsked == null || !lastAsked.isAfter(now.plusSeconds(60))
        ? ""
        : "; by the sending limits, the last mail's turn is on "
            + TimingText.moment(lastAsked, zone);
  }

  private Document document(Path file, Program program, List<String> notTaken) {
    return new Document()
        .with("file", Text.file(file))
        .with("program", Text.word(program))
        .with("dry_run", dry)
        .with("new", count(Kind.NEW))
        .with("changed", count(Kind.CHANGED))
        .with("unchanged", count(Kind.UNCHANGED))
        .with("suppressed", count(Kind.SUPPRESSED))
        .with("asked_to_confirm", asked)
        .with("refused", refused.size())
        .with("refused_lines", refused)
        .with("columns_not_taken", notTaken);
  }
}
