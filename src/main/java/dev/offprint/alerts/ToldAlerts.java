package dev.offprint.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the operator was told last, in a file that outlives the process: the instant, then the names
 * of the checks, a line each.
 */
final class ToldAlerts {
  private static final Duration PACE = Duration.ofDays(1);
  private static final Duration REMINDER = Duration.ofDays(7);

  private final Path file;

  ToldAlerts(Path file) {
    this.file = file;
  }

  /** Whether it is time for a mail about these checks. */
  boolean isDue(Set<String> names, Instant now) throws IOException {
    List<String> lines = lines();
    if (lines.isEmpty()) {
      return true;
    }
    Duration since = Duration.between(instant(lines.getFirst()), now);
    boolean isNews = !lines.subList(1, lines.size()).containsAll(names);
    // A clock that was set back is no reason to be silent for years.
    return since.isNegative() || since.compareTo(isNews ? PACE : REMINDER) >= 0;
  }

  /** Writes down that these were told. */
  void told(Set<String> names, Instant now) throws IOException {
    List<String> lines = new ArrayList<>(List.of(now.toString()));
    lines.addAll(new TreeSet<>(names));
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(aside, lines);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets the names of what is well again, so that it is news the next time. */
  void recovered(Set<String> names) throws IOException {
    List<String> lines = lines();
    if (!lines.isEmpty() && !names.containsAll(lines.subList(1, lines.size()))) {
      Set<String> left = new TreeSet<>(lines.subList(1, lines.size()));
      left.retainAll(names);
      told(left, instant(lines.getFirst()));
    }
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static Instant instant(String line) {
    try {
      return Instant.parse(line);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
