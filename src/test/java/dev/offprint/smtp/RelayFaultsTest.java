package dev.offprint.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.digests.RenderedMail;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.sending.SendOutcome;
import dev.offprint.smtp.ScriptedRelay.Point;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayFaultsTest {
  private static final OutgoingMessage SHORT =
      SampleMessages.message(
          "ada@reader.example", new RenderedMail("Papers", "<p>Über</p>", "Über\n"), Map.of());

  private final AtomicBoolean refused = new AtomicBoolean();

  private static SendOutcome outcome(ScriptedRelay.Script script) throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay(script);
        MailTransport.Connection connection = connectionTo(relay)) {
      return connection.send(SampleMessages.to("ada@reader.example"));
    }
  }

  private static MailTransport.Connection connectionTo(ScriptedRelay relay) {
    return SampleMessages.transport(SampleMessages.settings(relay.port(), Security.NONE)).open();
  }

  /** As the dispatcher does: once more where the connection was lost before anything was sent. */
  private static SendOutcome deliver(MailTransport.Connection connection, OutgoingMessage message) {
    assertThat(connection.connect()).isEmpty();
    SendOutcome outcome = connection.send(message);
    if (!(outcome instanceof SendOutcome.ConnectionLost)) {
      return outcome;
    }
    assertThat(connection.connect()).isEmpty();
    return connection.send(message);
  }

  private static ScriptedRelay.Script at(Point where, String answer) {
    return (point, connection, line) -> point == where ? answer : null;
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, 421 too busy, RelayUnavailable",
    "GREETING, 554 go away, RelayUnavailable",
    "GREETING, cut, RelayUnavailable",
    "GREETING, silence, RelayUnavailable",
    "MAIL, 421 shutting down, RelayUnavailable",
    "MAIL, 451 try later, Deferred",
    "MAIL, 530 5.7.0 authentication required, RelayUnavailable",
    "MAIL, 550 5.7.1 not your address, RelayUnavailable",
    "MAIL, 552 5.3.4 too big, Rejected",
    "MAIL, cut, RelayUnavailable",
    "RCPT, 421 slow down, SlowDown",
    "RCPT, 450 4.2.1 greylisted, Deferred",
    "RCPT, 452 4.2.2 mailbox full, Deferred",
    "RCPT, 530 5.7.0 authentication required, RelayUnavailable",
    "RCPT, 550 5.1.1 no such user, Rejected",
    "RCPT, 552 5.2.2 over quota, Rejected",
    "RCPT, 554 5.7.1 <ada@reader.example>: Relay access denied, Deferred",
    "RCPT, cut, Deferred",
    "DATA, 421 slow down, SlowDown",
    "DATA, 451 try later, Deferred",
    "DATA, 554 no valid recipients, Rejected",
    "DATA, cut, Deferred",
    "DATA, 250 what?, Deferred",
    "INSIDE, cut, Unconfirmed",
    "END, 421 shutting down, Deferred",
    "END, 451 4.3.0 disk full, Deferred",
    "END, 550 5.7.1 looks like spam, Rejected",
    "END, 552 5.3.4 too big, Rejected",
    "END, cut, Unconfirmed",
    "END, silence, Unconfirmed"
  })
  void anAnswerMeansWhatItsStepSays(Point point, String answer, String kind) throws Exception {
    SendOutcome outcome = outcome(at(point, answer));

    assertThat(outcome.getClass().getSimpleName()).as("%s", outcome).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 421 shutting down, RelayUnavailable",
    "MAIL, 451 try later, Deferred",
    "MAIL, 550 5.7.1 not your address, RelayUnavailable",
    "MAIL, 552 5.3.4 too big, Rejected",
    "MAIL, cut, RelayUnavailable",
    "RCPT, 421 slow down, SlowDown",
    "RCPT, 450 4.2.1 greylisted, Deferred",
    "RCPT, 550 5.1.1 no such user, Rejected",
    "RCPT, cut, Deferred",
    "DATA, 421 slow down, SlowDown",
    "DATA, 451 try later, Deferred",
    "DATA, 554 no valid recipients, Rejected",
    "DATA, cut, Deferred",
    "INSIDE, cut, Unconfirmed",
    "END, 421 shutting down, Deferred",
    "END, 550 5.7.1 looks like spam, Rejected",
    "END, cut, Unconfirmed"
  })
  void withPipeliningAnAnswerMeansTheSame(Point point, String answer, String kind)
      throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay(at(point, answer)).pipelining();
        MailTransport.Connection connection = connectionTo(relay)) {
      SendOutcome outcome = connection.send(SampleMessages.to("ada@reader.example"));

      assertThat(outcome.getClass().getSimpleName()).as("%s", outcome).isEqualTo(kind);
      assertThat(relay.accepted).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"554 5.5.1 no valid recipients", "354 go on all the same"})
  void withPipeliningTheNextMessageGoesOutAfterARefusedRecipient(String dataAnswer)
      throws Exception {
    ScriptedRelay.Script script =
        (point, connection, line) ->
            switch (point) {
              case RCPT -> line.contains("nobody") ? "550 5.1.1 no such user" : null;
              case DATA -> refused.getAndSet(false) ? dataAnswer : null;
              default -> null;
            };
    try (ScriptedRelay relay = new ScriptedRelay(script).pipelining();
        MailTransport.Connection connection = connectionTo(relay)) {
      refused.set(true);
      assertThat(connection.send(SampleMessages.to("nobody@reader.example")))
          .isEqualTo(new SendOutcome.Rejected("550 5.1.1 no such user"));
      assertThat(connection.send(SampleMessages.to("ada@reader.example")))
          .isInstanceOf(SendOutcome.Accepted.class);

      assertThat(relay.connections).hasValue(1);
      assertThat(relay.accepted).hasSize(1);
      assertThat(relay.accepted.getFirst()).contains("To: ada@reader.example");
    }
  }

  @Test
  void aNewConnectionIsMadeAfterAsManyMessagesAsOneMayCarry() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay((point, connection, line) -> null);
        MailTransport.Connection connection =
            SampleMessages.transport(
                    new SmtpConfiguration(
                        "127.0.0.1",
                        relay.port(),
                        Security.NONE,
                        CertificateFile.NONE,
                        1,
                        Login.NONE,
                        new SmtpConfiguration.Limits(0, 2, 0, 0, 0, "", 50)))
                .open()) {
      for (int i = 0; i < 5; i++) {
        deliver(connection, SHORT);
      }

      assertThat(relay.accepted).hasSize(5);
      assertThat(relay.connections).hasValue(3);
    }
  }

  @Test
  void eightBitsAreSentOnlyWhereTheyAreOffered() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay((point, connection, line) -> null);
        MailTransport.Connection connection = connectionTo(relay)) {
      connection.send(SHORT);

      assertThat(relay.commands).contains("MAIL FROM:<papers@lab.example> BODY=8BITMIME");
      assertThat(relay.accepted.getFirst()).contains("Content-Transfer-Encoding: 8bit");
    }
    try (ScriptedRelay relay =
            new ScriptedRelay(at(Point.EHLO, "250-scripted.example\r\n250 HELP"));
        MailTransport.Connection connection = connectionTo(relay)) {
      connection.send(SHORT);

      assertThat(relay.commands).contains("MAIL FROM:<papers@lab.example>");
      assertThat(relay.accepted.getFirst())
          .contains("Content-Transfer-Encoding: quoted-printable")
          .doesNotContain("8bit");
    }
  }

  @Test
  void aRefusalIsPassedOnOnOneLine() throws Exception {
    SendOutcome outcome =
        outcome(at(Point.RCPT, "550-5.1.1 The account does not exist.\r\n550 5.1.1 Check it."));

    assertThat(outcome)
        .isEqualTo(new SendOutcome.Rejected("550-5.1.1 The account does not exist. Check it."));
  }

  @Test
  void theRefusalCountsThoughTheRelayHangsUpRightAfterIt() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    SendOutcome outcome =
        outcome(
            (point, connection, line) ->
                switch (point) {
                  case RCPT -> {
                    asked.incrementAndGet();
                    yield "550 5.1.1 no such user\r\n421 and good bye";
                  }
                  default -> null;
                });

    assertThat(outcome).isEqualTo(new SendOutcome.Rejected("550 5.1.1 no such user"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void oneConnectionCarriesManyMessagesAndSurvivesARefusal() throws Exception {
    try (ScriptedRelay relay =
            new ScriptedRelay(
                (point, connection, line) ->
                    point == Point.RCPT && line.contains("<nobody@") ? "550 5.1.1 who?" : null);
        MailTransport.Connection connection = connectionTo(relay)) {
      assertThat(connection.send(SampleMessages.to("ada@reader.example")))
          .isInstanceOf(SendOutcome.Accepted.class);
      assertThat(connection.send(SampleMessages.to("nobody@reader.example")))
          .isInstanceOf(SendOutcome.Rejected.class);
      assertThat(connection.send(SampleMessages.to("bob@reader.example")))
          .isEqualTo(new SendOutcome.Accepted("250 2.0.0 queued"));
      assertThat(relay.connections).hasValue(1);
      assertThat(relay.accepted).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"MAIL, 421 100 messages are enough", "MAIL, cut", "RCPT, 421 enough", "DATA, cut"})
  void aMessageThatAKeptConnectionDoesNotTakeGoesOverANewOne(Point point, String answer)
      throws Exception {
    AtomicInteger messages = new AtomicInteger();
    try (ScriptedRelay relay =
            new ScriptedRelay(
                (where, number, line) ->
                    where == point && number == 1 && messages.incrementAndGet() > 2
                        ? answer
                        : null);
        MailTransport.Connection connection = connectionTo(relay)) {
      for (int i = 0; i < 4; i++) {
        assertThat(deliver(connection, SampleMessages.to("ada@reader.example")))
            .isInstanceOf(SendOutcome.Accepted.class);
      }
      assertThat(relay.connections).hasValue(2);
      assertThat(relay.accepted).hasSize(4);
    }
  }

  @Test
  void aMessageWhoseContentWasSentIsNotSentAgainAtOnce() throws Exception {
    AtomicInteger messages = new AtomicInteger();
    try (ScriptedRelay relay =
            new ScriptedRelay(
                (point, number, line) ->
                    point == Point.END && messages.incrementAndGet() == 2
                        ? ScriptedRelay.CUT
                        : null);
        MailTransport.Connection connection = connectionTo(relay)) {
      connection.send(SampleMessages.to("ada@reader.example"));
      assertThat(connection.send(SampleMessages.to("bob@reader.example")))
          .isInstanceOf(SendOutcome.Unconfirmed.class);
      assertThat(messages).hasValue(2);
      assertThat(connection.send(SampleMessages.to("eve@reader.example")))
          .isInstanceOf(SendOutcome.Accepted.class);
    }
  }

  @Test
  void anAddressOutsideAsciiIsRejectedWhereTheRelayCannotTakeIt() throws Exception {
    try (ScriptedRelay relay = new ScriptedRelay((point, connection, line) -> null);
        MailTransport.Connection connection = connectionTo(relay)) {
      assertThat(connection.send(SampleMessages.to("jürgen@reader.example")))
          .isInstanceOf(SendOutcome.Rejected.class);
      assertThat(relay.commands).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void anAddressOutsideAsciiIsAnnouncedWhereTheRelayCanTakeIt() throws Exception {
    try (ScriptedRelay relay =
            new ScriptedRelay(
                at(Point.EHLO, "250-scripted.example\r\n250-SMTPUTF8\r\n250 8BITMIME"));
        MailTransport.Connection connection = connectionTo(relay)) {
      connection.send(SampleMessages.to("ada@reader.example"));
      assertThat(relay.commands)
          .contains("MAIL FROM:<papers@lab.example>", "RCPT TO:<ada@reader.example>");
      assertThat(connection.send(SampleMessages.to("jürgen@reader.example")))
          .isInstanceOf(SendOutcome.Accepted.class);
      assertThat(relay.commands)
          .contains("MAIL FROM:<papers@lab.example> SMTPUTF8", "RCPT TO:<jürgen@reader.example>");
    }
  }
}
