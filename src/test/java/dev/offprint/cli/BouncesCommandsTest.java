package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.bounces.MailboxHost;
import dev.offprint.cli.console.ExitCode;
import dev.offprint.config.MailConfiguration.MailboxProtocol;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BouncesCommandsTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
  private static final String BOUNCE =
      """
      From: MAILER-DAEMON@mx.example
      To: digest@lab.example
      Subject: failure notice

      <ada@example.org>:
      550 5.1.1 no such user
      """;

  private final Session session = new Session();
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Status ada() {
    return session.features.subscribers.find(ADA).orElseThrow().status();
  }

  @Test
  void aBounceIsToldOnALineAndItsAddressSuppressed() throws IOException {
    session.run("subscribers", "add", "ada@example.org");
    Path file = file("one.eml", BOUNCE);
    assertThat(session.run("bounces", "process", file.toString())).isZero();
    assertThat(session.out.lines())
        .containsExactly(
            file + ": hard bounce; ada@example.org 5.1.1; ada@example.org is suppressed now",
            "1 message: 1 hard bounce; 1 address newly suppressed");
    assertThat(ada()).isEqualTo(Status.SUPPRESSED);

    assertThat(session.run("bounces", "process", file.toString())).isZero();
    assertThat(session.out).contains("processed before");
  }

  @Test
  void aMailThatWasRefusedSuppressesNobody() throws IOException {
    session.run("subscribers", "add", "ada@example.org");
    Path file =
        file("one.eml", BOUNCE.replace("5.1.1 no such user", "5.7.1 your network is blocked"));
    assertThat(session.run("bounces", "process", file.toString())).isZero();
    assertThat(session.out.lines())
        .containsExactly(
            file
                + ": refused for its sender or content; ada@example.org 5.7.1; not suppressed, as"
                + " the mail was refused: <ada@example.org>: 550 5.7.1 your network is blocked",
            "1 message: 1 refused for its sender or content; 0 addresses newly suppressed");
    assertThat(ada()).isEqualTo(Status.ACTIVE);

    session.run("--json", "bounces", "process", file("two.eml", BOUNCE).toString());
    assertThat(session.json().at("/refusal").intValue()).isZero();
    session.run("status");
    assertThat(session.out).containsPattern("Refused +none in 7 days");
  }

  @Test
  void aFolderIsOneMessageAFile() throws IOException {
    file("new/1", BOUNCE);
    file("cur/2", "From: ada@example.org\nSubject: hello\n\nHello.\n");
    file(".hidden", BOUNCE);
    assertThat(session.run("--json", "bounces", "process", folder.toString())).isZero();
    assertThat(session.json().at("/messages")).hasSize(2);
    assertThat(session.json().at("/hard_bounce").intValue()).isOne();
    assertThat(session.json().at("/other").intValue()).isOne();
    assertThat(session.json().at("/suppressed").intValue()).isOne();
    assertThat(session.json().at("/messages/1/recipients/0/address").asString())
        .isEqualTo("ada@example.org");
    assertThat(session.json().at("/messages/1/effects/0/origin").asString())
        .isEqualTo("hard_bounce");
  }

  @Test
  void aFileThatIsMissingIsToldAndTheOthersGoOn() throws IOException {
    Path file = file("one.eml", BOUNCE);
    assertThat(session.run("bounces", "process", "missing.eml", file.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(session.err).contains("missing.eml: it cannot be read: there is no such file");
    assertThat(session.out).contains("1 message: 1 hard bounce", "1 could not be read");
    assertThat(session.run("bounces", "process")).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void theMailboxIsReadOnceAndWhatWasWrittenDownRemoved() {
    session.run("subscribers", "add", "ada@example.org");
    try (MailboxHost host = new MailboxHost(MailboxProtocol.IMAP)) {
      session.features.mailbox = host.settings(MailboxProtocol.IMAP);
      host.deliver("Subject: hello\n\nHello.\n");
      host.deliver(BOUNCE);
      assertThat(session.run("--json", "bounces", "process", "--mailbox")).isZero();
      assertThat(session.json().at("/removed").intValue()).isOne();
      assertThat(session.json().at("/left").intValue()).isOne();
      assertThat(session.json().at("/messages/1/file").asString()).isEqualTo("message 2");
      assertThat(ada()).isEqualTo(Status.SUPPRESSED);
      assertThat(host.subjects()).containsExactly("hello");

      session.run("bounces", "process", "--mailbox");
      assertThat(session.out.lines())
          .containsExactly(
              "0 messages; 0 addresses newly suppressed",
              "0 removed from the mailbox, 0 left there");
      session.run("status");
      assertThat(session.out).containsPattern("Mailbox +read Mon 2024-05-27 10:30");
    }
    assertThat(session.run("bounces", "process", "--mailbox")).isEqualTo(ExitCode.FAILED);
    assertThat(session.err).contains("cannot be reached: connection refused");
    session.run("--json", "status");
    assertThat(session.json().at("/mailbox/problem").asString()).contains("connection refused");
    assertThat(session.json().at("/mailbox/answered").asString()).isEqualTo("2024-05-27T08:30:00Z");
  }

  @Test
  void aMailboxThatIsNotConfiguredIsNotRead() {
    assertThat(session.run("bounces", "process", "--mailbox")).isEqualTo(ExitCode.FAILED);
    assertThat(session.err).contains("no mailbox is configured; set mail.bounces.host");
    assertThat(session.run("bounces", "process", "--mailbox", "a.eml"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    session.run("status");
    assertThat(session.out).containsPattern("Mailbox +none is read");
  }

  @Test
  void anAddressIsSuppressedListedAndAllowedAgain() {
    session.run("subscribers", "add", "ada@example.org");
    assertThat(session.run("suppressions", "list")).isZero();
    assertThat(session.out).contains("No address is suppressed.");
    assertThat(session.run("suppressions", "add", "Ada@example.org", "--reason", "asked to"))
        .isZero();
    assertThat(ada()).isEqualTo(Status.SUPPRESSED);
    session.run("suppressions", "list");
    assertThat(session.out).contains("Ada@example.org  2024-05-27  operator  asked to");
    assertThat(session.run("subscribers", "resume", "ada@example.org")).isEqualTo(ExitCode.FAILED);

    assertThat(session.run("suppressions", "remove", "ada@example.org")).isZero();
    assertThat(session.out).contains("offprint subscribers resume ada@example.org");
    assertThat(ada()).isEqualTo(Status.PAUSED);
    assertThat(session.run("suppressions", "remove", "ada@example.org")).isEqualTo(ExitCode.FAILED);
    assertThat(session.run("subscribers", "resume", "ada@example.org")).isZero();
  }
}
