package dev.offprint.bounces;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.bounces.PollOutcome.Unavailable;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.MailConfiguration.Bounces;
import dev.offprint.config.MailConfiguration.MailboxProtocol;
import dev.offprint.config.Security;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.fetch.Proxies;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.JdbiSuppressionStore;
import dev.offprint.subscribers.Members;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operator is told of a mailbox that cannot be read. */
class MailboxProblemsTest {
  private final Database database = TestDatabase.H2.fresh();
  private final JdbiPollStore polls = new JdbiPollStore(database.jdbi());
  private Instant now = MORNING;

  @AfterEach
  void close() {
    database.close();
  }

  private ReturnMailbox mailbox(Bounces settings) {
    InstantSource clock = () -> now;
    JdbiProcessedMessages processed = new JdbiProcessedMessages(database.jdbi());
    return new ReturnMailbox(
        settings,
        new ReturnedMail(
            Members.membership(database, clock),
            new JdbiSuppressionStore(database.jdbi(), Members.KEY),
            processed,
            new JdbiSubscriberStore(database.jdbi()),
            OutboxFixture.ledger(database),
            clock),
        processed,
        polls,
        Proxies.none(),
        clock,
        Duration.ofMillis(300));
  }

  private PollOutcome poll(Bounces settings) {
    return mailbox(settings)
        .poll(
            new ReturnMailbox.Listener() {
              @Override
              public void read(int number, Processed processed) {
                throw new AssertionError("nothing is to be read");
              }

              @Override
              public void failed(int number, String why) {
                throw new AssertionError("nothing is to be read");
              }
            });
  }

  private String problem(Bounces settings) {
    PollOutcome outcome = poll(settings);
    assertThat(outcome).isInstanceOf(Unavailable.class);
    String why = ((Unavailable) outcome).why();
    assertThat(why).doesNotContain("\n", "jakarta", "wrong");
    assertThat(mailbox(settings).lastPoll()).contains(new Poll(now, null, why));
    return why;
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPassword(MailboxProtocol protocol) {
    try (MailboxHost host = new MailboxHost(protocol)) {
      assertThat(problem(host.settings(protocol, Security.NONE, "wrong", "INBOX")))
          .startsWith("the mailbox at 127.0.0.1:" + host.port() + " refused the login: ")
          .endsWith(". Check mail.bounces.username and mail.bounces.password.");
    }
  }

  @Test
  void aFolderThatIsMissing() {
    try (MailboxHost host = new MailboxHost(MailboxProtocol.IMAP)) {
      assertThat(problem(host.settings(MailboxProtocol.IMAP, Security.NONE, "lovelace", "Reports")))
          .endsWith(" has no folder \"Reports\". Check mail.bounces.folder.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateThatNobodyVouchesFor(MailboxProtocol protocol) {
    try (MailboxHost host = new MailboxHost(protocol, true)) {
      assertThat(problem(host.settings(protocol, Security.TLS, "lovelace", "INBOX")))
          .contains(" could not be connected to by TLS: ")
          .endsWith(
              "Its certificate is by an authority that Java does not know: if it is one of your"
                  + " own, name the file with the authority's certificate (PEM) in"
                  + " mail.bounces.ca_file. No password was sent.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatOffersLessProtectionThanIsWanted(MailboxProtocol protocol) {
    try (MailboxHost host = new MailboxHost(protocol)) {
      assertThat(problem(host.settings(protocol, Security.STARTTLS, "lovelace", "INBOX")))
          .contains(" does not offer STARTTLS. Set mail.bounces.security to tls");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPortThatNobodyListensOn(MailboxProtocol protocol) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(problem(settings(protocol, port)))
        .contains(" cannot be reached: connection refused.");
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatSaysNothing(MailboxProtocol protocol) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(problem(settings(protocol, silent.getLocalPort())))
          .contains(" does not answer. Check mail.bounces.host");
    }
  }

  private static Bounces settings(MailboxProtocol protocol, int port) {
    return settings(protocol, "127.0.0.1", port);
  }

  private static Bounces settings(MailboxProtocol protocol, String host, int port) {
    return new Bounces(
        protocol,
        host,
        port,
        Security.NONE,
        CertificateFile.NONE,
        "INBOX",
        Login.withPassword("ada", "wrong"));
  }

  @Test
  void noneIsReadWithoutAHost() {
    Bounces none = settings(MailboxProtocol.IMAP, "", 0);
    assertThat(poll(none)).isEqualTo(new PollOutcome.Off());
    assertThat(mailbox(none).lastPoll()).isEmpty();
  }

  @Test
  void whenItCouldBeReadLastIsRememberedWhileItIsAway() {
    Bounces settings;
    try (MailboxHost host = new MailboxHost(MailboxProtocol.IMAP)) {
      settings = host.settings(MailboxProtocol.IMAP);
      assertThat(poll(settings)).isEqualTo(new PollOutcome.Polled(0, 0, 0));
    }
    assertThat(mailbox(settings).lastPoll()).contains(new Poll(MORNING, MORNING, null));
    now = MORNING.plusSeconds(300);
    poll(settings);
    assertThat(mailbox(settings).lastPoll())
        .hasValueSatisfying(
            last -> {
              assertThat(last.polledAt()).isEqualTo(now);
              assertThat(last.answeredAt()).isEqualTo(MORNING);
              assertThat(last.problem()).isNotNull();
            });
  }
}
