package dev.offprint.app;

import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Text;
import dev.offprint.db.CopyReport;
import dev.offprint.db.CopyReport.Table;
import dev.offprint.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what came of copying a database, and what is left to do. */
final class CopyAnswer {
  /** What of a data folder belongs to the installation, wherever its database is. */
  private static final Pattern KEPT =
      Pattern.compile(
          "link\\.key|dkim-[A-Za-z0-9-]+\\.pem|sender\\.lock|sent\\.journal|offprint\\.toml");

  private final DatabaseAddress source;
  private final DatabaseAddress target;
  private final DatabaseAddress configured;
  private final Path data;

  /** The folder in which the installation was so far. */
  private final Path home;

  /**
   * @param data the data folder in force
   */
  CopyAnswer(
      DatabaseAddress source, DatabaseAddress target, DatabaseAddress configured, Path data) {
    this.source = source;
    this.target = target;
    this.configured = configured;
    this.data = whole(data);
    this.home = source.folder() == null ? this.data : whole(source.folder());
  }

  private static Path whole(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  CommandResult of(CopyReport report) {
    List<String> steps = report.isEqual() ? steps() : List.of();
    Document document =
        new Document()
            .with("from", source.shown())
            .with("to", target.shown())
            .with("equal", report.isEqual())
            .with("rows", report.rows())
            .with("tables", report.tables().stream().map(CopyAnswer::document).toList())
            .with("left_to_do", steps);
    return new CommandResult(
        (report.isEqual() ? done(report, steps) : different(report)).stripTrailing(),
        document,
        !report.isEqual());
  }

  private static Document document(Table table) {
    return new Document()
        .with("table", table.name())
        .with("rows", table.rows())
        .with("rows_copied", table.copiedRows())
        .with("digest", table.digest())
        .with("digest_copied", table.copiedDigest())
        .with("rows_with_characters_replaced", table.replaced());
  }

  private String done(CopyReport report, List<String> steps) {
    StringBuilder text =
        new StringBuilder(
            paragraph(
                String.format(
                    Locale.ROOT,
                    "Copied %s with %,d rows from %s to %s. Both were read again and compared: they"
                        + " are equal.",
                    Text.count(report.tables().size(), "table"),
                    report.rows(),
                    source.shown(),
                    target.shown())));
    String replaced =
        report.tables().stream()
            .filter(table -> table.replaced() > 0)
            .map(table -> String.format(Locale.ROOT, "%s %,d", table.name(), table.replaced()))
            .collect(Collectors.joining(", "));
    if (!replaced.isEmpty()) {
      text.append(
          paragraph(
              "Some texts had a character that PostgreSQL cannot hold (NUL, or half of a surrogate"
                  + " pair). There is U+FFFD in its place now. Rows in which that was so: "
                  + replaced
                  + "."));
    }
    text.append("\nLeft to do:\n");
    for (int step = 0; step < steps.size(); step++) {
      text.append(
          Text.wrap(steps.get(step), Text.WIDTH - 5).stream()
              .collect(
                  Collectors.joining(
                      "\n     ", String.format(Locale.ROOT, "  %d. ", step + 1), "\n")));
    }
    return text.toString();
  }

  private String different(CopyReport report) {
    return paragraph(
            String.format(
                Locale.ROOT, "The copy in %s is not equal to %s:", target.shown(), source.shown()))
        + report.tables().stream()
            .filter(table -> !table.isEqual())
            .map(
                table ->
                    String.format(
                        Locale.ROOT,
                        "  %s: %,d rows, and %,d in the copy%s\n",
                        table.name(),
                        table.rows(),
                        table.copiedRows(),
                        table.rows() == table.copiedRows() ? ", of which some differ" : ""))
            .collect(Collectors.joining())
        + paragraph(
            "Somebody may have written meanwhile. See that nothing uses either of them, and run the"
                + " same command again; until then nothing works with the copy.");
  }

  private static String paragraph(String sentences) {
    return Text.paragraph(List.of(sentences));
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    steps.add(setting());
    Path folder = target.folder() == null ? home : whole(target.folder());
    String kept = kept();
    if (folder.equals(home)) {
      steps.add(
          String.format(
              Locale.ROOT,
              "Keep the data folder %s: %s to the installation, wherever its database is.%s",
              home,
              kept.isEmpty() ? "it belongs" : kept + " in it belong",
              source.folder() == null
                  ? ""
                  : " Its offprint.mv.db is not read any more; delete it when you are content."));
    } else if (!kept.isEmpty()) {
      steps.add(
          String.format(
              Locale.ROOT, "Copy %s from %s to %s. All else is made anew.", kept, home, folder));
    }
    if (!folder.equals(data)) {
      steps.add(String.format(Locale.ROOT, "From now on name %s with --data.", folder));
    }
    steps.add(
        "Start the daemon. What is done in the old database from now on is not in the new one.");
    return steps;
  }

  private String setting() {
    if (target.isSameAs(configured)) {
      return "The configuration names the new database already.";
    }
    if (target.folder() == null) {
      return String.format(
          Locale.ROOT,
          "In the configuration, set database.url to \"%s\"%s%s.",
          target.url(),
          target.password().isEmpty() ? "" : ", and database.password_file to the same file",
          configured.username().isEmpty() ? "" : ", and take database.username out");
    }
    return configured.folder() == null
        ? "Take database.url, database.username and the password out of the configuration."
        : "The configuration stays as it is.";
  }

  /** The names of what has to stay, or go along. */
  private String kept() {
    if (!Files.isDirectory(home)) {
      return "";
    }
    try (Stream<Path> files = Files.list(home)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> KEPT.matcher(name).matches())
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
