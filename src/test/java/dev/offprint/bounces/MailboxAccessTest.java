package dev.offprint.bounces;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.access.TestAuthority;
import dev.offprint.access.TlsProblems;
import dev.offprint.access.TokenServer;
import dev.offprint.bounces.PollOutcome.Polled;
import dev.offprint.bounces.PollOutcome.Unavailable;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Login;
import dev.offprint.config.Login.OAuth;
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
import jakarta.mail.AuthenticationFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Getting to the mailbox: authorities of one's own, and access tokens. */
class MailboxAccessTest {
  private static final TestAuthority LAB = TestAuthority.LAB;
  private static final String USER = "bounces@lab.example";
  private static final InstantSource CLOCK = InstantSource.fixed(MORNING);

  private final Database database = TestDatabase.H2.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  private ReturnMailbox mailbox(Bounces settings) {
    JdbiProcessedMessages processed = new JdbiProcessedMessages(database.jdbi());
    return new ReturnMailbox(
        settings,
        new ReturnedMail(
            Members.membership(database, CLOCK),
            new JdbiSuppressionStore(database.jdbi(), Members.KEY),
            processed,
            new JdbiSubscriberStore(database.jdbi()),
            OutboxFixture.ledger(database),
            CLOCK),
        processed,
        new JdbiPollStore(database.jdbi()),
        Proxies.none(),
        CLOCK,
        Duration.ofSeconds(5));
  }

  private static PollOutcome poll(ReturnMailbox mailbox) {
    return mailbox.poll(
        new ReturnMailbox.Listener() {
          @Override
          public void read(int number, Processed processed) {}

          @Override
          public void failed(int number, String why) {
            throw new AssertionError(why);
          }
        });
  }

  private static String problem(PollOutcome outcome) {
    assertThat(outcome).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable) outcome).why()).doesNotContain("\n", "lovelace", "hunter", "token-");
    return ((Unavailable) outcome).why();
  }

  private static Bounces byTls(MailboxProtocol protocol, int port, CertificateFile own) {
    return new Bounces(
        protocol,
        "127.0.0.1",
        port,
        Security.TLS,
        own,
        "INBOX",
        Login.withPassword(USER, "lovelace"));
  }

  private static Bounces byToken(MailboxProtocol protocol, int port, OAuth oauth) {
    return new Bounces(
        protocol,
        "127.0.0.1",
        port,
        Security.NONE,
        CertificateFile.NONE,
        "INBOX",
        new Login(USER, "", oauth));
  }

  private static OAuth client(TokenServer tokens) {
    return new OAuth("", List.of(), tokens.address(), "offprint", "hunter", "");
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateOfAnAuthorityOfOnesOwnIsTakenOnceItIsConfigured(MailboxProtocol protocol)
      throws Exception {
    try (MailboxHost host = new MailboxHost(protocol);
        TlsFront front = new TlsFront(LAB.server("ip:127.0.0.1"), host.port())) {
      host.deliver(Reports.unknownUser());
      assertThat(problem(poll(mailbox(byTls(protocol, front.port(), CertificateFile.NONE)))))
          .contains("by an authority that Java does not know")
          .contains("mail.bounces.ca_file")
          .endsWith("No password was sent.");
      assertThat(host.subjects()).hasSize(1);
      assertThat(poll(mailbox(byTls(protocol, front.port(), LAB.file()))))
          .isEqualTo(new Polled(1, 0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateForAnotherHostIsRefusedAlthoughTheAuthorityIsKnown(MailboxProtocol protocol)
      throws Exception {
    try (MailboxHost host = new MailboxHost(protocol);
        TlsFront front = new TlsFront(LAB.server("dns:other.example"), host.port())) {
      assertThat(problem(poll(mailbox(byTls(protocol, front.port(), LAB.file())))))
          .contains("made out to another name: set mail.bounces.host to one that stands in it");
    }
  }

  /** The mail server of these tests takes a user's password for the token. */
  @ParameterizedTest
  @EnumSource
  void aTokenIsTakenForAPassword(MailboxProtocol protocol) throws IOException {
    try (MailboxHost host = new MailboxHost(protocol);
        TokenServer tokens = new TokenServer(null)) {
      tokens.answers(200, "{'access_token':'lovelace','expires_in':3600}");
      host.deliver(Reports.unknownUser());
      ReturnMailbox mailbox = mailbox(byToken(protocol, host.port(), client(tokens)));
      assertThat(poll(mailbox)).isEqualTo(new Polled(1, 0, 0));
      assertThat(poll(mailbox)).isEqualTo(new Polled(0, 0, 0));
      assertThat(tokens.forms).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatIsRefusedIsReplacedOnce(MailboxProtocol protocol) throws IOException {
    try (MailboxHost host = new MailboxHost(protocol);
        TokenServer tokens = new TokenServer(null)) {
      ReturnMailbox mailbox = mailbox(byToken(protocol, host.port(), client(tokens)));
      tokens.answers(200, "{'access_token':'token-NUMBER','expires_in':3600}");
      assertThat(problem(poll(mailbox)))
          .startsWith("the mailbox at 127.0.0.1:" + host.port() + " refused the token: ")
          .endsWith(
              "Check that mail.bounces.oauth gives tokens for mail.bounces.username and for "
                  + protocol
                  + ".");
      assertThat(tokens.forms).hasSize(2);

      tokens.answers(200, "{'access_token':'lovelace','expires_in':3600}");
      assertThat(poll(mailbox)).isEqualTo(new Polled(0, 0, 0));
      assertThat(tokens.forms).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatTakesNoTokensIsExplained(MailboxProtocol protocol) throws IOException {
    try (ServerSocket old = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        TokenServer tokens = new TokenServer(null)) {
      tokens.answers(200, "{'access_token':'token-NUMBER','expires_in':3600}");
      List<String> told = new CopyOnWriteArrayList<>();
      Thread.ofVirtual().start(() -> speakOfPasswordsOnly(old, protocol, told));
      assertThat(problem(poll(mailbox(byToken(protocol, old.getLocalPort(), client(tokens))))))
          .contains(" takes no access tokens (XOAUTH2). Check mail.bounces.host");
      assertThat(told).isNotEmpty().noneMatch(line -> line.contains("token-"));
    }
  }

  private static void speakOfPasswordsOnly(
      ServerSocket server, MailboxProtocol protocol, List<String> told) {
    boolean imap = protocol == MailboxProtocol.IMAP;
    while (!server.isClosed()) {
      try (Socket client = server.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
        PrintStream out = new PrintStream(client.getOutputStream(), true);
        out.print(imap ? "* OK hello\r\n" : "+OK hello\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          told.add(line);
          out.print(
              imap
                  ? "* CAPABILITY IMAP4rev1\r\n" + line.replaceFirst(" .*", "") + " OK done\r\n"
                  : line.equals("CAPA") ? "+OK\r\nUSER\r\nSASL PLAIN\r\n.\r\n" : "-ERR no\r\n");
        }
      } catch (IOException e) {
        // Closed, or the client has gone.
      }
    }
  }

  @Test
  void theReasonThatAHostGivesInJsonIsRead() {
    OAuth oauth = new OAuth("/token", List.of(), "", "", "", "");
    Bounces settings = byToken(MailboxProtocol.POP3, 110, oauth);
    assertThat(
            new MailboxProblems(settings, new TlsProblems("", "", "", CertificateFile.NONE))
                .inWords(
                    new AuthenticationFailedException(
                        "OAUTH2 authentication failed:"
                            + " {\"status\":\"400\",\"schemes\":\"Bearer\"}")))
        .contains(" refused the token: status 400, schemes Bearer. Check that");
  }

  @Test
  void withoutATokenTheMailboxIsLeftAlone() throws IOException {
    try (MailboxHost host = new MailboxHost(MailboxProtocol.IMAP);
        TokenServer tokens = new TokenServer(null)) {
      tokens.answers(400, "{'error':'invalid_scope'}");
      assertThat(problem(poll(mailbox(byToken(MailboxProtocol.IMAP, host.port(), client(tokens))))))
          .startsWith("there is no access token for the mailbox at 127.0.0.1:" + host.port())
          .endsWith("invalid_scope. Check mail.bounces.oauth.client_id, client_secret and scope");
    }
  }
}
