package dev.offprint.alerts;

import dev.offprint.doctor.Check;
import dev.offprint.doctor.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether all sending is paused, which is easily forgotten.
 *
 * @param since when; empty while it is not
 */
public record PauseAlert(Supplier<Optional<Instant>> since) implements Check {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "sending";
  }

  @Override
  public Finding look() {
    return since
        .get()
        .<Finding>map(
            begun ->
                new Finding.Fault(
                    "paused since " + TIME.format(begun), "'offprint resume' ends the pause"))
        .orElseGet(() -> new Finding.Good("not paused"));
  }
}
