package dev.offprint.doctor;

import dev.offprint.smtp.RelayProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Whether the relay takes mails as large as ours, and what it can do beyond ASCII. */
public record RelayOffersCheck(Supplier<RelayProbe.Outcome> probe) implements Check {
  /** An edition has 95 KB at the most, and its headers and a signature come on top. */
  private static final long LARGEST_MAIL = 110_000;

  @Override
  public String name() {
    return "relay offers";
  }

  @Override
  public Finding look() {
    return switch (probe.get()) {
      case RelayProbe.Outcome.Unavailable unavailable ->
          new Finding.Warning(
              "what it offers was not seen", "see that the relay can be used, as told above");
      case RelayProbe.Outcome.Ready ready -> judge(ready);
    };
  }

  private static Finding judge(RelayProbe.Outcome.Ready ready) {
    List<String> said = new ArrayList<>();
    said.add(
        ready.size() == 0
            ? "it names no largest size"
            : String.format(Locale.ROOT, "mails up to %,d KB", ready.size() / 1_000));
    said.add(ready.eightBit() ? "8BITMIME" : "no 8BITMIME, so mails are encoded");
    said.add(
        ready.utf8() ? "SMTPUTF8" : "no SMTPUTF8, so addresses outside ASCII cannot be mailed");
    String what = String.join("; ", said);
    return ready.size() != 0 && ready.size() < LARGEST_MAIL
        ? new Finding.Fault(
            what,
            String.format(
                Locale.ROOT,
                "have the relay take mails of %,d KB; larger editions would be refused",
                LARGEST_MAIL / 1_000))
        : new Finding.Good(what);
  }
}
