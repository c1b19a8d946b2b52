package dev.offprint.doctor;

import dev.offprint.planning.ClockCheck;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the machine's clock can be right, and which zone it has.
 *
 * @param others asks the sources, which tell their time; comes back when they have
 * @param problem why nothing must be planned by this clock; empty when it is good
 * @param witness whose clock was seen
 */
public record TimeCheck(
    InstantSource clock,
    ZoneId zone,
    Runnable others,
    Supplier<Optional<String>> problem,
    Supplier<Optional<ClockCheck.Witness>> witness)
    implements Check {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Override
  public String name() {
    return "clock and zone";
  }

  @Override
  public Finding look() {
    others.run();
    String what =
        String.format(
            Locale.ROOT,
            "%s in %s, zone data %s",
            TIME.format(clock.instant().atZone(zone)),
            zone,
            ZoneRulesProvider.getVersions("UTC").lastKey());
    Optional<String> wrong = problem.get();
    if (wrong.isPresent()) {
      return new Finding.Fault(
          wrong.get(), "set the clock, and have it kept right (timedatectl set-ntp true)");
    }
    Optional<ClockCheck.Witness> seen = witness.get();
    String proof =
        seen.map(
                other ->
                    String.format(
                        Locale.ROOT,
                        "; %s says the same within %d s",
                        other.name(),
                        Math.max(1, other.ahead().abs().toSeconds())))
            .orElse("; no source told its time by https, so only the ledger speaks for it");
    return zone.normalized().equals(ZoneOffset.UTC) && !zone.getId().contains("/")
        ? new Finding.Good(what + proof + ". Days, and times without a zone, are those of UTC")
        : new Finding.Good(what + proof);
  }
}
