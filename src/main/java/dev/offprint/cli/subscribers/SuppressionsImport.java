package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.CsvLine;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Installation;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
      "operator or unsubscribe). A first line 'address,…' is passed over. A line that cannot be",
      "used is set aside with its number, and the others go on. An address that is",
      "suppressed already keeps its reason."
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SuppressionsImport implements Action<SubscriberFeatures> {
  private static final int MAX_LINE = 4_000;

  @Parameters(paramLabel = "FILE", description = "File to take in; - is standard input.")
  Path file;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    List<String> setAside = new ArrayList<>();
    int added = 0;
    int unchanged = 0;
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = i == 0 ? lines.get(0).replaceFirst("^\uFEFF", "") : lines.get(i);
      if (line.isBlank()
          || (i == 0 && line.toLowerCase(java.util.Locale.ROOT).startsWith("address"))) {
        continue;
      }
      try {
        if (features.membership().suppress(suppression(line, features.clock().instant()))) {
          added++;
        } else {
          unchanged++;
        }
      } catch (IllegalArgumentException e) {
        String reason = "line %d: %s".formatted(i + 1, e.getMessage());
        setAside.add(reason);
        console.note("%s: set aside: %s".formatted(Text.file(file), reason));
      }
    }
    return new CommandResult(
        "%s: %,d new, %,d unchanged, %,d set aside"
            .formatted(Text.file(file), added, unchanged, setAside.size()),
        new Document()
            .with("file", Text.file(file))
            .with("new", added)
            .with("unchanged", unchanged)
            .with("set_aside", setAside));
  }

  private List<String> lines() {
    boolean standardInput = file.equals(Installation.STANDARD_INPUT);
    try (InputStream input = standardInput ? System.in : Files.newInputStream(file)) {
      // Not Files.readAllLines: a byte that is no UTF-8 must cost one line, not the file.
      return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (NoSuchFileException e) {
      throw CommandFailure.failed(file + ": there is no such file");
    } catch (IOException | java.io.UncheckedIOException e) {
      throw CommandFailure.failed(file + ": it cannot be read: " + e.getMessage());
    }
  }

  private static Suppression suppression(String line, Instant now) {
    if (line.length() > MAX_LINE) {
      throw new IllegalArgumentException("the line is too long");
    }
    List<String> values = CsvLine.values(line);
    if (values.size() > 4) {
      throw new IllegalArgumentException("there are more than four values");
    }
    String reason = value(values, 1);
    return new Suppression(
        EmailAddress.of(values.getFirst()),
        origin(value(values, 3)),
        reason.isEmpty() ? "imported by the operator" : reason,
        since(value(values, 2), now));
  }

  private static String value(List<String> values, int index) {
    return index < values.size() ? values.get(index) : "";
  }

  private static Origin origin(String text) {
    return text.isEmpty()
        ? Origin.OPERATOR
        : Arrays.stream(Origin.values())
            .filter(origin -> Text.word(origin).equalsIgnoreCase(text))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no such origin: " + Text.quoted(text)));
  }

  private static Instant since(String text, Instant now) {
    try {
      return text.isEmpty()
          ? now
          : text.length() == 10
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no date: " + Text.quoted(text), e);
    }
  }
}
