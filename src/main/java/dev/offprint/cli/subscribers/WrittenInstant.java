package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

/** Instants as programs write them into files. */
final class WrittenInstant {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          Instant::parse,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
          // PostgreSQL's: a blank in the middle, minutes of the offset left out.
          text ->
              OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"))
                  .toInstant(),
          text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
          text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
          WrittenInstant::unixTime);

  private WrittenInstant() {}

  /**
   * The instant that a text says; without a zone it is UTC.
   *
   * @throws IllegalArgumentException when it says none
   */
  static Instant of(String text) {
    for (Function<String, Instant> form : FORMS) {
      try {
        return form.apply(text);
      } catch (DateTimeException | NumberFormatException e) {
        // Perhaps it is of the next form.
      }
    }
    throw new IllegalArgumentException("no date: " + Text.quoted(text));
  }

  private static Instant unixTime(String text) {
    if (!text.matches("\\d{9,13}")) {
      throw new NumberFormatException(text);
    }
    long number = Long.parseLong(text);
    return text.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
  }
}
