package dev.offprint.alerts;

import dev.offprint.doctor.Check;
import dev.offprint.doctor.Finding;
import dev.offprint.doctor.RelayCertificateCheck;
import dev.offprint.smtp.RelayProbe;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Whether the relay's certificate runs out. A relay that cannot be reached is no news in a mail
 * that it would have to take.
 */
public record CertificateAlert(Supplier<RelayProbe.Outcome> probe, InstantSource clock)
    implements Check {
  @Override
  public String name() {
    return "relay certificate";
  }

  @Override
  public Finding look() {
    RelayProbe.Outcome outcome = probe.get();
    return outcome instanceof RelayProbe.Outcome.Unavailable(String why)
        ? new Finding.Good("not seen: " + why)
        : new RelayCertificateCheck(() -> outcome, clock).look();
  }
}
