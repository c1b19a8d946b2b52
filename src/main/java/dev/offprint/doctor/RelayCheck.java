package dev.offprint.doctor;

import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.smtp.RelayProbe;
import java.util.Locale;
import java.util.function.Supplier;

/** Whether the relay can be reached, protects the connection and lets Offprint log in. */
public record RelayCheck(SmtpConfiguration settings, Supplier<RelayProbe.Outcome> probe)
    implements Check {
  @Override
  public String name() {
    return "relay";
  }

  @Override
  public Finding look() {
    return switch (probe.get()) {
      case RelayProbe.Outcome.Unavailable(String why) ->
          Finding.fault(why, "check smtp.host and smtp.port");
      case RelayProbe.Outcome.Ready ready -> ready();
    };
  }

  private Finding ready() {
    String what =
        String.format(
            Locale.ROOT,
            "%s:%d answers, %s, %s",
            settings.host(),
            settings.effectivePort(),
            switch (settings.security()) {
              case STARTTLS -> "protected by STARTTLS";
              case TLS -> "protected by TLS";
              case NONE -> "not protected";
            },
            settings.login().username().isEmpty()
                ? "without a login"
                : "and the login of " + settings.login().username() + " is taken");
    if (settings.security() == Security.NONE && !Places.isLocal(settings.host())) {
      return new Finding.Warning(
          what,
          "set smtp.security to starttls or tls: mails, and the password, cross the network as they"
              + " are");
    }
    return new Finding.Good(what);
  }
}
