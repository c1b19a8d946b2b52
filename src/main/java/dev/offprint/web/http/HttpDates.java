package dev.offprint.web.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as HTTP writes them, to the second (RFC 9110, section 5.6.7). */
final class HttpDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDates() {}

  static String of(Instant instant) {
    return FORMAT.format(instant);
  }

  /**
   * Reads the one form that is to be written.
   *
   * @throws DateTimeException when it is another one
   */
  static Instant read(String text) {
    return FORMAT.parse(text.strip(), Instant::from);
  }
}
