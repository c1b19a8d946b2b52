package dev.offprint.cli.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A day as people name it: {@code 2024-05-27}, {@code today} or {@code yesterday}. */
public final class Day {
  private final UnaryOperator<LocalDate> fromToday;

  private Day(UnaryOperator<LocalDate> fromToday) {
    this.fromToday = fromToday;
  }

  /**
   * Reads a day.
   *
   * @throws IllegalArgumentException with a reason for the operator
   */
  public static Day of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "today" -> new Day(today -> today);
      case "yesterday" -> new Day(today -> today.minusDays(1));
      default -> {
        LocalDate day = date(text.strip());
        yield new Day(today -> day);
      }
    };
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "there is no such day; write YYYY-MM-DD, today or yesterday", e);
    }
  }

  /** The day it is, in the operator's zone. */
  public LocalDate in(Installation features) {
    return fromToday.apply(today(features));
  }

  public static LocalDate today(Installation features) {
    return features.clock().instant().atZone(features.zone()).toLocalDate();
  }
}
