package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.access.TestAuthority;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.SendOutcome;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A relay with a certificate of an institute's own authority. */
class RelayCertificateTest {
  private static final TestAuthority LAB = TestAuthority.LAB;
  private static SSLContext here;

  @BeforeAll
  static void certificate() throws Exception {
    here = LAB.server("ip:127.0.0.1");
  }

  private static ScriptedRelay relay(SSLContext presented, Security security) throws Exception {
    return new ScriptedRelay(
        (point, connection, line) -> null, presented, security == Security.TLS);
  }

  private static SendOutcome send(
      String host, ScriptedRelay relay, Security security, CertificateFile own) {
    SmtpConfiguration settings =
        new SmtpConfiguration(
            host,
            relay.port(),
            security,
            own,
            1,
            Login.withPassword("papers", "secret"),
            SampleMessages.NO_LIMITS);
    try (MailTransport.Connection connection = SampleMessages.transport(settings).open()) {
      return connection.send(SampleMessages.to("ada@reader.example"));
    }
  }

  private static String problem(ScriptedRelay relay, Security security, CertificateFile own) {
    SendOutcome outcome = send("127.0.0.1", relay, security, own);
    assertThat(outcome).isInstanceOf(SendOutcome.RelayUnavailable.class);
    assertThat(relay.commands).noneMatch(command -> command.matches("(?s)(AUTH|MAIL).*"));
    assertThat(((SendOutcome.RelayUnavailable) outcome).mayPass()).isFalse();
    return ((SendOutcome.RelayUnavailable) outcome).why();
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void isUsedOnceTheAuthorityIsConfigured(Security security) throws Exception {
    try (ScriptedRelay relay = relay(here, security)) {
      assertThat(send("127.0.0.1", relay, security, LAB.file()))
          .isInstanceOf(SendOutcome.Accepted.class);
      assertThat(relay.accepted).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void isRefusedWithoutItAndTheRemedyIsNamed(Security security) throws Exception {
    try (ScriptedRelay relay = relay(here, security)) {
      assertThat(problem(relay, security, CertificateFile.NONE))
          .startsWith("the relay 127.0.0.1:" + relay.port() + " could not be connected to by TLS: ")
          .endsWith(
              "Its certificate is by an authority that Java does not know: if it is one of your"
                  + " own, name the file with the authority's certificate (PEM) in smtp.ca_file."
                  + " Nothing was sent.");
    }
  }

  @Test
  void isRefusedWhenItsAuthorityIsAnotherThanTheConfiguredOneWhateverItIsCalled() throws Exception {
    CertificateFile sameName = new TestAuthority("+0d").file();
    try (ScriptedRelay relay = relay(here, Security.TLS)) {
      assertThat(problem(relay, Security.TLS, sameName))
          .contains("neither Java nor smtp.ca_file (" + sameName.name() + ") knows");
    }
    try (ScriptedRelay relay = relay(TestCertificate.context("ip:127.0.0.1"), Security.TLS)) {
      assertThat(problem(relay, Security.TLS, LAB.file()))
          .contains("neither Java nor smtp.ca_file (" + LAB.file().name() + ") knows");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void isRefusedUnderAnotherNameAlthoughTheAuthorityIsKnown(Security security) throws Exception {
    for (String name : new String[] {"dns:other.example", "ip:192.0.2.1"}) {
      try (ScriptedRelay relay = relay(LAB.server(name), security)) {
        assertThat(problem(relay, security, LAB.file()))
            .endsWith(
                "Its certificate is made out to another name: set smtp.host to one that stands in"
                    + " it, or have it made out to 127.0.0.1. Nothing was sent.");
      }
    }
  }

  @Test
  void isRefusedUnderAnotherNameByName() throws Exception {
    try (ScriptedRelay relay = relay(LAB.server("dns:other.example"), Security.TLS)) {
      assertThat(send("localhost", relay, Security.TLS, LAB.file()).toString())
          .contains("made out to another name: set smtp.host");
    }
  }

  @Test
  void isRefusedWhenItsCertificateHasExpiredOrIsNotValidYet() throws Exception {
    try (ScriptedRelay relay = relay(LAB.server("ip:127.0.0.1", "-10d"), Security.TLS)) {
      assertThat(problem(relay, Security.TLS, LAB.file()))
          .contains("has expired: renew it at the server. Nothing was sent.");
    }
    try (ScriptedRelay relay = relay(LAB.server("ip:127.0.0.1", "+10d"), Security.TLS)) {
      assertThat(problem(relay, Security.TLS, LAB.file())).contains("is not valid yet: check the");
    }
  }
}
