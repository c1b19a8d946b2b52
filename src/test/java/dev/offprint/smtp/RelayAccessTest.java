package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.SendOutcome;
import dev.offprint.smtp.ScriptedRelay.Point;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Getting to the relay: TLS, logging in, and the reasons why it does not come about. */
class RelayAccessTest {
  private static final ScriptedRelay.Script OBLIGING = (point, connection, line) -> null;
  private static SSLContext trusted;

  @BeforeAll
  static void certificate() throws Exception {
    trusted = TestCertificate.context("ip:127.0.0.1");
  }

  private static SendOutcome send(SmtpTransport transport) {
    try (MailTransport.Connection connection = transport.open()) {
      return connection.send(SampleMessages.to("ada@reader.example"));
    }
  }

  private static String problem(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(SendOutcome.RelayUnavailable.class);
    String why = ((SendOutcome.RelayUnavailable) outcome).why();
    assertThat(why).doesNotContain("\n").doesNotContain("secret");
    return why;
  }

  @Test
  void sendsAfterStartTls() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay(OBLIGING, trusted, false)) {
      SmtpConfiguration settings =
          SampleMessages.withLogin(relay.port(), Security.STARTTLS, "secret");
      assertThat(send(SampleMessages.transport(settings, trusted)))
          .isInstanceOf(SendOutcome.Accepted.class);
      assertThat(relay.accepted).hasSize(1);
      assertThat(relay.commands.get(1)).isEqualTo("STARTTLS");
      assertThat(relay.commands).anyMatch(command -> command.startsWith("AUTH PLAIN"));
    }
  }

  @Test
  void sendsByTlsFromTheFirstByte() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay(OBLIGING, trusted, true)) {
      SmtpConfiguration settings = SampleMessages.settings(relay.port(), Security.TLS);
      assertThat(send(SampleMessages.transport(settings, trusted)))
          .isInstanceOf(SendOutcome.Accepted.class);
    }
  }

  @Test
  void nothingIsSentWhereStartTlsIsNotOffered() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay(OBLIGING)) {
      SmtpConfiguration settings =
          SampleMessages.withLogin(relay.port(), Security.STARTTLS, "secret");
      assertThat(problem(send(SampleMessages.transport(settings, trusted))))
          .contains("127.0.0.1:" + relay.port())
          .contains("STARTTLS")
          .contains("smtp.security");
      assertThat(relay.commands).noneMatch(command -> command.matches("(?s)(AUTH|MAIL).*"));
    }
  }

  @Test
  void nothingIsSentWhereStartTlsIsRefused() throws Exception {
    try (ScriptedRelay relay =
        new ScriptedRelay(
            (point, connection, line) -> point == Point.STARTTLS ? "454 4.7.0 not now" : null,
            trusted,
            false)) {
      SmtpConfiguration settings = SampleMessages.settings(relay.port(), Security.STARTTLS);
      assertThat(problem(send(SampleMessages.transport(settings, trusted))))
          .contains("454 4.7.0 not now");
      assertThat(relay.accepted).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotAccepted() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay(OBLIGING, trusted, false)) {
      SmtpConfiguration settings =
          SampleMessages.withLogin(relay.port(), Security.STARTTLS, "secret");
      assertThat(problem(send(SampleMessages.transport(settings))))
          .contains("TLS")
          .contains("certificate")
          .contains("127.0.0.1:" + relay.port());
      assertThat(relay.commands).noneMatch(command -> command.matches("(?s)(AUTH|MAIL).*"));
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotAccepted() throws Exception {
    SSLContext other = TestCertificate.context("dns:other.example");
    try (ScriptedRelay relay = new ScriptedRelay(OBLIGING, other, true)) {
      SmtpConfiguration settings = SampleMessages.settings(relay.port(), Security.TLS);
      assertThat(problem(send(SampleMessages.transport(settings, other)))).contains("certificate");
      assertThat(relay.accepted).isEmpty();
    }
  }

  @Test
  void theTestCertificateOfGreenMailIsNotAccepted() {
    GreenMail greenMail =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort());
    greenMail.start();
    try {
      int port = greenMail.getSmtps().getPort();
      problem(send(SampleMessages.transport(SampleMessages.settings(port, Security.TLS))));
      assertThat(greenMail.getReceivedMessages()).isEmpty();
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void tlsTowardsAPlainPortIsExplained() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay(OBLIGING)) {
      SmtpConfiguration settings = SampleMessages.settings(relay.port(), Security.TLS);
      assertThat(problem(send(SampleMessages.transport(settings, trusted)))).contains("starttls");
    }
  }

  @Test
  void aWrongPasswordIsExplained() throws Exception {
    try (ScriptedRelay relay =
        new ScriptedRelay(
            (point, connection, line) ->
                point == Point.AUTH ? "535 5.7.8 authentication failed" : null)) {
      SmtpConfiguration settings = SampleMessages.withLogin(relay.port(), Security.NONE, "secret");
      assertThat(problem(send(SampleMessages.transport(settings))))
          .contains("535 5.7.8 authentication failed")
          .contains("smtp.password");
      assertThat(relay.commands).filteredOn(command -> command.startsWith("AUTH")).hasSize(1);
    }
  }

  @Test
  void aRelayWithoutLoginIsNotUsedWhenOneIsConfigured() throws Exception {
    try (ScriptedRelay relay =
        new ScriptedRelay(
            (point, connection, line) -> point == Point.EHLO ? "250 scripted.example" : null)) {
      SmtpConfiguration settings = SampleMessages.withLogin(relay.port(), Security.NONE, "secret");
      assertThat(problem(send(SampleMessages.transport(settings)))).contains("smtp.username");
      assertThat(relay.accepted).isEmpty();
    }
  }

  @Test
  void aClosedPortIsExplained() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    assertThat(
            problem(send(SampleMessages.transport(SampleMessages.settings(port, Security.NONE)))))
        .contains("127.0.0.1:" + port)
        .contains("refused")
        .contains("smtp.port");
  }

  @Test
  void anUnknownHostIsExplained() {
    SmtpConfiguration settings =
        new SmtpConfiguration(
            "relay.invalid",
            25,
            Security.NONE,
            CertificateFile.NONE,
            1,
            Login.NONE,
            SampleMessages.NO_LIMITS);
    assertThat(problem(send(SampleMessages.transport(settings))))
        .contains("relay.invalid:25")
        .contains("smtp.host");
  }
}
