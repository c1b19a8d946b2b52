package dev.offprint.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates in the header fields of HTTP (RFC 9110, section 5.6.7). */
final class HttpDate {
  private HttpDate() {}

  /** The instant of a date; empty when it is none. */
  static Optional<Instant> read(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
