package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.access.TestAuthority;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.Login;
import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.smtp.RelayProbe.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is learnt of a relay without a mail. */
class RelayProbeTest {
  private static final TestAuthority LAB = TestAuthority.LAB;

  private static Outcome ask(ScriptedRelay relay, Security security, CertificateFile own) {
    return RelayProbe.ask(
        new SmtpConfiguration(
            "127.0.0.1",
            relay.port(),
            security,
            own,
            1,
            Login.withPassword("papers", "secret"),
            SampleMessages.NO_LIMITS),
        ConfigurationLoader.load(null, Map.of()).configuration().mail(),
        dev.offprint.fetch.Proxies.none(),
        InstantSource.system());
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void theCertificateIsSeenHoweverTlsBegins(Security security) throws Exception {
    SSLContext presented = LAB.server("ip:127.0.0.1");
    try (ScriptedRelay relay =
        new ScriptedRelay((point, connection, line) -> null, presented, security == Security.TLS)) {
      Outcome.Ready ready = (Outcome.Ready) ask(relay, security, LAB.file());
      Duration left = Duration.between(Instant.now(), ready.certificate().orElseThrow().until());
      assertThat(left).isBetween(Duration.ofHours(40), Duration.ofDays(2));
      assertThat(ready.eightBit()).isTrue();
      assertThat(ready.utf8()).isFalse();
      assertThat(ready.size()).isZero();
      assertThat(relay.commands).anyMatch(line -> line.startsWith("AUTH"));
      assertThat(relay.commands).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void whatItOffersIsTold() throws Exception {
    String offers = "250-scripted.example\r\n250-AUTH PLAIN\r\n250-SIZE 90000\r\n250 SMTPUTF8";
    try (ScriptedRelay relay =
        new ScriptedRelay(
            (point, connection, line) -> point == ScriptedRelay.Point.EHLO ? offers : null)) {
      Outcome.Ready ready = (Outcome.Ready) ask(relay, Security.NONE, CertificateFile.NONE);
      assertThat(ready.size()).isEqualTo(90_000);
      assertThat(ready.utf8()).isTrue();
      assertThat(ready.eightBit()).isFalse();
      assertThat(ready.certificate()).isEmpty();
    }
  }

  @Test
  void aRefusedLoginAnExpiredCertificateAndMissingTlsAreTold() throws Exception {
    try (ScriptedRelay relay =
        new ScriptedRelay(
            (point, connection, line) ->
                point == ScriptedRelay.Point.AUTH ? "535 5.7.8 no" : null)) {
      assertThat(((Outcome.Unavailable) ask(relay, Security.NONE, CertificateFile.NONE)).why())
          .endsWith("refused the login: 535 5.7.8 no. Check smtp.username and smtp.password.");
      assertThat(((Outcome.Unavailable) ask(relay, Security.STARTTLS, CertificateFile.NONE)).why())
          .contains("does not offer STARTTLS");
    }
    try (ScriptedRelay relay =
        new ScriptedRelay(
            (point, connection, line) -> null, LAB.server("ip:127.0.0.1", "-10d"), true)) {
      assertThat(((Outcome.Unavailable) ask(relay, Security.TLS, LAB.file())).why())
          .contains("has expired: renew it at the server.");
    }
  }
}
