package dev.offprint.ledger;

import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of when interests last brought a paper: one a line, the day before it, or a dash
 * where none is known.
 */
final class NotesText {
  private static final String UNKNOWN = "-";

  private NotesText() {}

  static String write(List<LastBrought> interests) {
    return interests.stream()
        .map(each -> (each.day() == null ? UNKNOWN : each.day()) + " " + each.interest().line())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Reads what {@link #write} wrote; an older row has nothing.
   *
   * @throws IllegalArgumentException for anything else
   */
  static List<LastBrought> read(@Nullable String text) {
    return text == null ? List.of() : text.lines().map(NotesText::line).toList();
  }

  private static LastBrought line(String line) {
    int end = line.indexOf(' ');
    String day = line.substring(0, Math.max(0, end));
    return new LastBrought(
        new Interest(line.substring(end + 1)), day.equals(UNKNOWN) ? null : LocalDate.parse(day));
  }

  /** The days that are known, by the text of the interest. */
  static Map<String, LocalDate> days(@Nullable String text) {
    Map<String, LocalDate> days = new HashMap<>();
    for (LastBrought each : read(text)) {
      if (each.day() != null) {
        days.put(each.interest().text(), each.day());
      }
    }
    return days;
  }
}
