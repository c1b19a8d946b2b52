package dev.offprint.doctor;

import dev.offprint.smtp.RelayProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Supplier;

/** For how long the certificate of the relay is good. */
public record RelayCertificateCheck(Supplier<RelayProbe.Outcome> probe, InstantSource clock)
    implements Check {
  private static final int SOON_DAYS = 21;
  private static final int VERY_SOON_DAYS = 3;

  @Override
  public String name() {
    return "relay certificate";
  }

  @Override
  public Finding look() {
    return switch (probe.get()) {
      case RelayProbe.Outcome.Unavailable unavailable ->
          new Finding.Warning("it was not seen", "see that the relay can be used, as told above");
      case RelayProbe.Outcome.Ready ready ->
          ready
              .certificate()
              .map(found -> judge(found.until()))
              .orElseGet(RelayCertificateCheck::none);
    };
  }

  private static Finding none() {
    return new Finding.Good("none: the connection is not protected, as smtp.security says");
  }

  private Finding judge(Instant until) {
    long days = Duration.between(clock.instant(), until).toDays();
    String what =
        String.format(
            Locale.ROOT,
            "good for %,d more %s, until %s",
            days,
            days == 1 ? "day" : "days",
            LocalDate.ofInstant(until, ZoneOffset.UTC));
    if (days >= SOON_DAYS) {
      return new Finding.Good(what);
    }
    return Finding.matters(
        days < VERY_SOON_DAYS,
        what,
        "have it renewed at the relay; once it has expired, no mail leaves");
  }
}
