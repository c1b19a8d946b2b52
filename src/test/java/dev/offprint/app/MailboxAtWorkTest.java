package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.bounces.MailboxHost;
import dev.offprint.config.MailConfiguration.Bounces;
import dev.offprint.config.MailConfiguration.MailboxProtocol;
import dev.offprint.schedule.MailboxJob;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole Offprint with a mailbox that bounces come to. */
class MailboxAtWorkTest {
  private static final String BOUNCE =
      """
      From: MAILER-DAEMON@mx.example
      Subject: failure notice

      <ada@example.org>:
      550 5.1.1 no such user
      """;

  @TempDir Path data;

  private Installation installation(MailboxHost host, MailboxProtocol protocol) {
    Bounces settings = host.settings(protocol);
    return new Installation(data, Instant.parse("2026-11-24T06:00:00Z"))
        .with("OFFPRINT_MAIL__BOUNCES__PROTOCOL", protocol.toString())
        .with("OFFPRINT_MAIL__BOUNCES__HOST", settings.host())
        .with("OFFPRINT_MAIL__BOUNCES__PORT", Integer.toString(settings.port()))
        .with("OFFPRINT_MAIL__BOUNCES__SECURITY", settings.security().toString())
        .with("OFFPRINT_MAIL__BOUNCES__USERNAME", settings.login().username())
        .with("OFFPRINT_MAIL__BOUNCES__PASSWORD", settings.login().password());
  }

  @ParameterizedTest
  @EnumSource
  void theDaemonReadsItUnasked(MailboxProtocol protocol) {
    try (MailboxHost host = new MailboxHost(protocol);
        Installation offprint = installation(host, protocol)) {
      offprint.run("subscribers", "add", "ada@example.org");
      host.deliver("Subject: hello\n\nHello.\n");
      host.deliver(BOUNCE);
      try (Wiring wiring = offprint.wiring()) {
        new MailboxJob(wiring.returnMailbox()).look();
      }

      assertThat(host.subjects()).containsExactly("hello");
      assertThat(offprint.run("suppressions", "list").out())
          .contains("ada@example.org", "hard bounce", "550 5.1.1 no such user");
      assertThat(offprint.run("status").out()).containsPattern("Mailbox +read Tue 2026-11-24");
    }
  }

  @Test
  void aMailboxThatIsAwayIsToldOfAndEndsNothing() {
    try (MailboxHost host = new MailboxHost(MailboxProtocol.IMAP);
        Installation offprint = installation(host, MailboxProtocol.IMAP)) {
      host.stop();
      try (Wiring wiring = offprint.wiring()) {
        MailboxJob job = new MailboxJob(wiring.returnMailbox());
        job.look();
        job.look();
      }
      assertThat(offprint.run("status").out().replaceAll("\\s+", " "))
          .containsPattern("Mailbox the mailbox at .* connection refused.*\\(never read\\)");
    }
  }
}
