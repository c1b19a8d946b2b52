package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offprint.config.Security;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.SendOutcome;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final GreenMail greenMail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    greenMail.start();
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  private int port() {
    return greenMail.getSmtp().getPort();
  }

  @Test
  void aMessageArrivesAsItWasWritten() throws Exception {
    try (MailTransport.Connection connection =
        SampleMessages.transport(SampleMessages.settings(port(), Security.NONE)).open()) {
      assertThat(connection.send(SampleMessages.to("ada@reader.example")))
          .isInstanceOf(SendOutcome.Accepted.class);
    }
    MimeMessage received = greenMail.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Papers of 24 November");
    assertThat(received.getMessageID()).isEqualTo("<0123456789abcdef@lab.example>");
    assertThat(received.getHeader("Return-Path", null)).contains("<papers@lab.example>");
  }

  @Test
  void theConfiguredLoginIsUsed() {
    greenMail.setUser("papers@lab.example", "papers", "secret");
    greenMail.getUserManager().setAuthRequired(true);
    try (MailTransport.Connection connection =
        SampleMessages.transport(SampleMessages.withLogin(port(), Security.NONE, "secret"))
            .open()) {
      assertThat(connection.send(SampleMessages.to("papers@lab.example")))
          .isInstanceOf(SendOutcome.Accepted.class);
    }
    try (MailTransport.Connection connection =
        SampleMessages.transport(SampleMessages.withLogin(port(), Security.NONE, "wrong")).open()) {
      assertThat(connection.send(SampleMessages.to("papers@lab.example")))
          .isInstanceOf(SendOutcome.RelayUnavailable.class);
    }
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }
}
