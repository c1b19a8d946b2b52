package dev.offprint.bounces;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.bounces.PollOutcome.Polled;
import dev.offprint.config.MailConfiguration.MailboxProtocol;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.fetch.Proxies;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.JdbiSuppressionStore;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Membership;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the messages in a mailbox. */
class ReturnMailboxTest {
  private static final String ANSWER =
      "From: Ada <ada@reader.example>\nSubject: Re: 3 papers\n\nThank you!\n";
  private static final String BOUNCE = "Undelivered Mail Returned to Sender";
  private static final String AWAY = "Automatic reply: 3 papers for today";

  private final Database database = TestDatabase.H2.fresh();
  private final Membership membership = Members.membership(database, InstantSource.fixed(MORNING));
  private final JdbiSuppressionStore suppressions =
      new JdbiSuppressionStore(database.jdbi(), Members.KEY);
  private final FailingMemory processed = new FailingMemory();
  private final List<String> told = new ArrayList<>();
  private MailboxHost host = new MailboxHost(MailboxProtocol.IMAP);
  private MailboxProtocol protocol = MailboxProtocol.IMAP;

  @AfterEach
  void close() {
    host.close();
    database.close();
  }

  private void speak(MailboxProtocol spoken) {
    host.close();
    protocol = spoken;
    host = new MailboxHost(spoken);
  }

  /** Cannot be written to when a test says so. */
  private final class FailingMemory implements ProcessedMessages {
    private final ProcessedMessages kept = new JdbiProcessedMessages(database.jdbi());
    private Predicate<String> fails = fingerprint -> false;

    @Override
    public boolean contains(String fingerprint) {
      return kept.contains(fingerprint);
    }

    @Override
    public void add(String fingerprint, Instant now) {
      if (fails.test(fingerprint)) {
        throw new IllegalStateException("the disk is full");
      }
      kept.add(fingerprint, now);
    }
  }

  private PollOutcome poll() {
    return poll(
        new ReturnMailbox.Listener() {
          @Override
          public void read(int number, Processed what) {
            told.add(number + " " + what.reading().kind() + (what.repeated() ? " again" : ""));
          }

          @Override
          public void failed(int number, String why) {
            told.add(number + " " + why);
          }
        });
  }

  private PollOutcome poll(ReturnMailbox.Listener listener) {
    told.clear();
    ReturnedMail returned =
        new ReturnedMail(
            membership,
            suppressions,
            processed,
            new JdbiSubscriberStore(database.jdbi()),
            OutboxFixture.ledger(database),
            InstantSource.fixed(MORNING));
    return new ReturnMailbox(
            host.settings(protocol),
            returned,
            processed,
            new JdbiPollStore(database.jdbi()),
            Proxies.none(),
            InstantSource.fixed(MORNING),
            Duration.ofSeconds(20))
        .poll(listener);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenDownIsRemovedAndAnswersStayUnread(MailboxProtocol spoken) {
    speak(spoken);
    host.deliver(Reports.unknownUser());
    host.deliver(ANSWER);
    host.deliver(Reports.away());
    host.deliver(Reports.delayed());
    assertThat(poll()).isEqualTo(new Polled(2, 2, 0));

    assertThat(told).containsExactly("1 HARD_BOUNCE", "2 OTHER", "3 AUTOMATIC_REPLY", "4 DELAY");
    assertThat(suppressions.find(EmailAddress.of("ada@reader.example"))).isPresent();
    assertThat(host.subjects()).containsExactly("Re: 3 papers", AWAY);
    if (spoken == MailboxProtocol.IMAP) { // By POP3, GreenMail marks what it gives out.
      assertThat(host.unread()).containsExactly("Re: 3 papers", AWAY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatStaysIsNotReadAgain(MailboxProtocol spoken) {
    speak(spoken);
    host.deliver(ANSWER);
    assertThat(poll()).isEqualTo(new Polled(0, 1, 0));
    host.deliver(Reports.unknownUser());
    assertThat(poll()).isEqualTo(new Polled(1, 0, 0));
    assertThat(told).containsExactly("2 HARD_BOUNCE");
    assertThat(poll()).isEqualTo(new Polled(0, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeWrittenDownIsNotRemoved(MailboxProtocol spoken) {
    speak(spoken);
    host.deliver(Reports.unknownUser());
    processed.fails = fingerprint -> true;
    assertThat(poll()).isEqualTo(new Polled(0, 0, 1));
    assertThat(told).containsExactly("1 it cannot be written down");
    assertThat(host.subjects()).containsExactly(BOUNCE);

    processed.fails = fingerprint -> false;
    assertThat(poll()).isEqualTo(new Polled(1, 0, 0));
    assertThat(host.subjects()).isEmpty();
  }

  @Test
  void oneBadMessageDoesNotKeepTheOthersBack() {
    host.deliver(Reports.unknownUser());
    host.deliver(Reports.complaint("abuse"));
    List<String> seen = new ArrayList<>();
    processed.fails = fingerprint -> seen.add(fingerprint) && seen.size() == 1;
    assertThat(poll()).isEqualTo(new Polled(1, 0, 1));
    assertThat(told).containsExactly("1 it cannot be written down", "2 COMPLAINT");
    assertThat(host.subjects()).containsExactly(BOUNCE);
  }

  @Test
  void aDatabaseThatIsAwayIsNotAskedForEveryMessage() {
    for (int i = 0; i < 10; i++) {
      host.deliver(Reports.unknownUser().replace("report-1", "report-" + i));
    }
    processed.fails = fingerprint -> true;
    assertThat(poll()).isEqualTo(new Polled(0, 0, 3));
    assertThat(host.subjects()).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource
  void aCrashBeforeTheRemovalMakesItBeReadAgainWhichChangesNothing(MailboxProtocol spoken) {
    speak(spoken);
    host.deliver(Reports.unknownUser());
    host.deliver(ANSWER);
    assertThatThrownBy(
            () ->
                poll(
                    new ReturnMailbox.Listener() {
                      @Override
                      public void read(int number, Processed what) {
                        throw new AssertionError("killed");
                      }

                      @Override
                      public void failed(int number, String why) {}
                    }))
        .hasMessage("killed");
    assertThat(host.subjects()).containsExactly(BOUNCE, "Re: 3 papers");
    membership.lift(EmailAddress.of("ada@reader.example"));

    assertThat(poll()).isEqualTo(new Polled(1, 1, 0));
    assertThat(told).containsExactly("1 HARD_BOUNCE again", "2 OTHER");
    assertThat(suppressions.all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aHugeMessageStaysAndIsNotReadAgain(MailboxProtocol spoken) {
    speak(spoken);
    host.deliver(Reports.unknownUser() + "x".repeat(70).concat("\n").repeat(80_000));
    host.deliver(Reports.complaint("abuse"));
    assertThat(poll()).isEqualTo(new Polled(1, 0, 1));
    assertThat(told).containsExactly("1 it is too large to be a report", "2 COMPLAINT");
    assertThat(host.subjects()).containsExactly(BOUNCE);
    assertThat(poll()).isEqualTo(new Polled(0, 0, 0));
  }

  @Test
  void aPersonWhoWritesOfAnUndeliveredMailIsNotRemoved() {
    host.deliver(
        """
        From: Ada <ada@reader.example>
        Subject: Undeliverable mail?

        My mail to grace@reader.example could not be delivered: user unknown. Why?
        """);
    assertThat(poll()).isEqualTo(new Polled(0, 1, 0));
    assertThat(host.unread()).containsExactly("Undeliverable mail?");
  }

  @Test
  void anEditionsReportThatNamesNobodyIsRemoved() {
    OutboxFixture.fill(database, 1);
    String token = "0123456789abcdef0123456789abcdef";
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into deliveries (subscriber_id, kind, status, message_id, planned_at,"
                        + " attempts) values (1, 'CONFIRMATION', 'SENT', ?, current_timestamp, 1)",
                    "<" + token + "@lab.example>"));
    host.deliver(
        "From: MAILER-DAEMON@mx.example\nTo: bounces+%s@lab.example\nSubject: failure notice\n\nNo."
            .formatted(token));
    assertThat(poll()).isEqualTo(new Polled(1, 0, 0));
    assertThat(host.subjects()).isEmpty();
  }

  @Test
  void aReportThatNamesNobodyWeKnowOfStays() {
    host.deliver("From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nIt failed.\n");
    assertThat(poll()).isEqualTo(new Polled(0, 1, 0));
    assertThat(host.subjects()).containsExactly("failure notice");
  }

  @Test
  void whatAnotherProgramMarkedAsDeletedIsItsOwnMatter() {
    host.deliver(ANSWER);
    host.deliver(Reports.unknownUser());
    host.markFirstAsDeleted();
    assertThat(poll()).isEqualTo(new Polled(1, 1, 0));
    assertThat(host.subjects()).containsExactly("Re: 3 papers");
  }
}
