package dev.offprint.bounces;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static dev.offprint.sending.OutboxFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.bounces.Processed.AlreadySuppressed;
import dev.offprint.bounces.Processed.Counted;
import dev.offprint.bounces.Processed.Refused;
import dev.offprint.bounces.Processed.Suppressed;
import dev.offprint.db.Database;
import dev.offprint.db.Instants;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.JdbiSuppressionStore;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message that came back changes, on every database. */
abstract class ReturnedMailContract {
  private static final EmailAddress READER = EmailAddress.of("reader1@reader.example");
  private static final EmailAddress STRANGER = EmailAddress.of("ada@reader.example");

  private Database database;
  private Ledger ledger;
  private JdbiSubscriberStore subscribers;
  private JdbiSuppressionStore suppressions;
  private Membership membership;
  private ReturnedMail returned;

  abstract Database open();

  @BeforeEach
  void start() {
    database = open();
    OutboxFixture.fill(database, 2);
    ledger = OutboxFixture.ledger(database);
    subscribers = new JdbiSubscriberStore(database.jdbi());
    suppressions = new JdbiSuppressionStore(database.jdbi(), Members.KEY);
    membership = Members.membership(database, InstantSource.fixed(MORNING));
    returned =
        new ReturnedMail(
            membership,
            suppressions,
            new JdbiProcessedMessages(database.jdbi()),
            subscribers,
            ledger,
            InstantSource.fixed(MORNING));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** An edition that the relay took, for the first reader. */
  private void sent(LocalDate day, String messageId) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into deliveries (subscriber_id, kind, edition_day, status, reason,"
                            + " message_id, planned_at, attempts, settled_at) values (1, 'EDITION',"
                            + " :day, 'SENT', '250 ok', :messageId, :now, 1, :now)")
                    .bind("day", day)
                    .bind("messageId", messageId)
                    .bind("now", Instants.argument(MORNING))
                    .execute());
  }

  private Processed process(String message) {
    return returned.process(Reports.bytes(message));
  }

  private Delivery delivery(String messageId) {
    return ledger.returns().findByMessageId(messageId).orElseThrow();
  }

  private Status status() {
    return subscribers.find(READER).orElseThrow().status();
  }

  @Test
  void aHardBounceOfOurMailSuppressesWhoeverItWasSentTo() {
    sent(TODAY, Reports.MESSAGE_ID);
    Processed processed = process(Reports.unknownUser());

    assertThat(processed.effects()).containsExactly(new Suppressed(READER, Origin.HARD_BOUNCE));
    assertThat(status()).isEqualTo(Status.SUPPRESSED);
    assertThat(subscribers.isSuppressed(READER)).isTrue();
    // The report calls the mailbox by the name it was forwarded to.
    assertThat(suppressions.find(STRANGER)).isEmpty();
    Delivery.Progress progress = delivery(Reports.MESSAGE_ID).progress();
    assertThat(progress.status()).isEqualTo(Delivery.Status.BOUNCED);
    assertThat(progress.reason()).startsWith("550 5.1.1 <ada@reader.example>: there is nobody");
    assertThat(progress.settledAt()).isEqualTo(MORNING);
  }

  @Test
  void whatFailsAtTheAddressBeforeIsNoMatterOfTheOneThatSomebodyHasNow() {
    sent(TODAY, Reports.MESSAGE_ID);
    execute("alter table subscribers alter column id restart with 100");
    EmailAddress next = EmailAddress.of("ada@next.example");
    Membership later = Members.membership(database, () -> MORNING.plusSeconds(60));
    later.askToMove(1, next, known -> true);
    later.confirm(subscribers.find(next).orElseThrow().id());

    assertThat(process(Reports.unknownUser()).effects()).isEmpty();
    assertThat(subscribers.find(next).orElseThrow().status()).isEqualTo(Status.ACTIVE);
    assertThat(suppressions.all()).isEmpty();
    assertThat(delivery(Reports.MESSAGE_ID).progress().status()).isEqualTo(Delivery.Status.BOUNCED);
  }

  @Test
  void theSameMessageTwiceChangesNothingMore() {
    sent(TODAY, Reports.MESSAGE_ID);
    process(Reports.unknownUser());
    Delivery before = delivery(Reports.MESSAGE_ID);
    membership.lift(READER);
    Processed again = process(Reports.unknownUser());

    assertThat(again.repeated()).isTrue();
    assertThat(again.effects()).isEmpty();
    assertThat(suppressions.all()).isEmpty();
    assertThat(delivery(Reports.MESSAGE_ID)).isEqualTo(before);
  }

  @Test
  void aComplaintSuppressesAndIsInTheLedger() {
    sent(TODAY, Reports.MESSAGE_ID);
    assertThat(process(Reports.complaint("abuse")).effects())
        .containsExactly(new Suppressed(READER, Origin.COMPLAINT));
    assertThat(delivery(Reports.MESSAGE_ID).progress().status())
        .isEqualTo(Delivery.Status.COMPLAINED);
    assertThat(status()).isEqualTo(Status.SUPPRESSED);
    // A bounce that comes later is no news.
    assertThat(process(Reports.unknownUser()).effects())
        .containsExactly(new AlreadySuppressed(READER));
    assertThat(delivery(Reports.MESSAGE_ID).progress().status())
        .isEqualTo(Delivery.Status.COMPLAINED);
  }

  @Test
  void aReportOnMailThatIsNotKnownCountsForTheAddressItNames() {
    assertThat(process(Reports.unknownUser()).effects())
        .containsExactly(new Suppressed(STRANGER, Origin.HARD_BOUNCE));
    assertThat(suppressions.find(STRANGER))
        .get()
        .satisfies(kept -> assertThat(kept.since()).isEqualTo(MORNING));
    assertThat(status()).isEqualTo(Status.ACTIVE);
  }

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private Processed cameBackTo(String header, String words) {
    return process(
        header + ": bounces+" + TOKEN + "@lab.example\nFrom: MAILER-DAEMON@mx.example\n" + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"To", "Delivered-To", "X-Original-To", "envelope-to"})
  void aReportThatNamesNobodyCountsForTheEditionWhoseTokenItCameBackTo(String header) {
    sent(TODAY, "<" + TOKEN + "@lab.example>");
    Processed processed =
        cameBackTo(header, "Subject: failure notice\n\nSorry: 550 5.1.1 no such user here\n");

    assertThat(processed.effects()).containsExactly(new Suppressed(READER, Origin.HARD_BOUNCE));
    Delivery.Progress progress = delivery("<" + TOKEN + "@lab.example>").progress();
    assertThat(progress.status()).isEqualTo(Delivery.Status.BOUNCED);
    assertThat(progress.reason()).isEqualTo("Sorry: 550 5.1.1 no such user here");
  }

  @Test
  void aReportInWordsThatNobodyUnderstandsCountsAsSoftForItsToken() {
    sent(TODAY, "<" + TOKEN + "@lab.example>");
    assertThat(cameBackTo("To", "Subject: failure notice\n\nIt came to nothing.\n").effects())
        .containsExactly(new Counted(READER, 1));
  }

  @Test
  void theTokenInTheReturnPathOfTheMailItselfCountsToo() {
    sent(TODAY, "<" + TOKEN + "@lab.example>");
    String report =
        Reports.unknownUser()
            .replace(
                "Message-ID: " + Reports.MESSAGE_ID,
                "Return-Path: <Bounces+" + TOKEN.toUpperCase(Locale.ROOT) + "@lab.example>");
    assertThat(process(report).effects())
        .containsExactly(new Suppressed(READER, Origin.HARD_BOUNCE));
  }

  @Test
  void aTokenThatIsNotKnownCountsForNothing() {
    sent(TODAY, Reports.MESSAGE_ID);
    Processed processed =
        cameBackTo("To", "Subject: failure notice\n\nSorry: 550 5.1.1 no such user here\n");
    assertThat(processed.delivery()).isNull();
    assertThat(processed.effects()).isEmpty();
    assertThat(suppressions.all()).isEmpty();
    assertThat(delivery(Reports.MESSAGE_ID).progress().status()).isEqualTo(Delivery.Status.SENT);
  }

  @Test
  void theReturnedMessageIdIsBelievedBeforeAToken() {
    sent(TODAY, Reports.MESSAGE_ID);
    sent(TODAY.plusDays(1), "<" + TOKEN + "@lab.example>");
    process(Reports.unknownUser().replace("bounces@", "bounces+" + TOKEN + "@"));
    assertThat(delivery(Reports.MESSAGE_ID).progress().status()).isEqualTo(Delivery.Status.BOUNCED);
    assertThat(delivery("<" + TOKEN + "@lab.example>").progress().status())
        .isEqualTo(Delivery.Status.SENT);
  }

  @Test
  void delaysAndAnswersChangeNothing() {
    sent(TODAY, Reports.MESSAGE_ID);
    process(Reports.delayed());
    process(Reports.away());
    process(Reports.complaint("not-spam"));
    assertThat(suppressions.all()).isEmpty();
    assertThat(status()).isEqualTo(Status.ACTIVE);
    assertThat(delivery(Reports.MESSAGE_ID).progress().status()).isEqualTo(Delivery.Status.SENT);
  }

  private Processed softBounce(LocalDate day) {
    String id = "<" + day + "@lab.example>";
    return process(
        Reports.statusReport(
                "Final-Recipient: rfc822; reader1@reader.example\nAction: failed\nStatus: 5.2.2\n")
            .replace(Reports.MESSAGE_ID, id));
  }

  private void sent(LocalDate day) {
    sent(day, "<" + day + "@lab.example>");
  }

  @Test
  void fiveEditionsInARowThatDoNotArriveSuppress() {
    for (int day = 0; day < 4; day++) {
      sent(TODAY.plusDays(day));
      assertThat(softBounce(TODAY.plusDays(day)).effects())
          .containsExactly(new Counted(READER, day + 1));
    }
    assertThat(status()).isEqualTo(Status.ACTIVE);
    sent(TODAY.plusDays(4));
    assertThat(softBounce(TODAY.plusDays(4)).effects())
        .containsExactly(new Suppressed(READER, Origin.SOFT_BOUNCES));
    assertThat(status()).isEqualTo(Status.SUPPRESSED);
    assertThat(delivery("<" + TODAY + "@lab.example>").progress().status())
        .isEqualTo(Delivery.Status.BOUNCED);
  }

  @Test
  void whatBlamesTheSenderNeverCountsAgainstAReader() {
    for (int day = 0; day < 10; day++) {
      sent(TODAY.plusDays(day));
      Processed processed =
          process(
              Reports.statusReport(
                      """
                      Final-Recipient: rfc822; reader1@reader.example
                      Action: failed
                      Status: 5.1.1
                      Diagnostic-Code: smtp; 554 5.1.1 blocked, 192.0.2.7 is on a block list
                      """)
                  .replace(Reports.MESSAGE_ID, "<" + TODAY.plusDays(day) + "@lab.example>"));
      assertThat(processed.reading().kind()).isEqualTo(Reading.ReportType.REFUSAL);
      assertThat(processed.isSettled()).isTrue();
      assertThat(processed.effects())
          .containsExactly(new Refused(READER, "554 5.1.1 blocked, 192.0.2.7 is on a block list"));
    }
    assertThat(status()).isEqualTo(Status.ACTIVE);
    assertThat(suppressions.all()).isEmpty();
    assertThat(delivery("<" + TODAY + "@lab.example>").progress().status())
        .isEqualTo(Delivery.Status.BOUNCED);
    RefusedMails week = RefusedMails.in(ledger.deliveries(), TODAY.plusDays(9), 7);
    assertThat(week.count()).isEqualTo(7);
    assertThat(week.last()).contains("192.0.2.7 is on a block list");

    // Nor does it end or add to what counts already.
    sent(TODAY.plusDays(10));
    assertThat(softBounce(TODAY.plusDays(10)).effects()).containsExactly(new Counted(READER, 1));
  }

  @Test
  void anEditionThatArrivesInBetweenIsASuccess() {
    for (int day = 0; day < 10; day++) {
      sent(TODAY.plusDays(day));
      if (day % 5 != 4) {
        softBounce(TODAY.plusDays(day));
      }
    }
    assertThat(status()).isEqualTo(Status.ACTIVE);
    assertThat(suppressions.all()).isEmpty();
  }

  @Test
  void whatFailedLongAgoIsForgotten() {
    for (int day = 0; day < 4; day++) {
      sent(TODAY.plusDays(day));
      softBounce(TODAY.plusDays(day));
    }
    sent(TODAY.plusDays(60));
    assertThat(softBounce(TODAY.plusDays(60)).effects()).containsExactly(new Counted(READER, 1));
  }

  @Test
  void twoReportsOfOneDayAreOneFailingDay() {
    sent(TODAY);
    softBounce(TODAY);
    String other =
        Reports.statusReport(
            "Final-Recipient: rfc822; reader1@reader.example\nAction: failed\nStatus: 4.2.2\n");
    assertThat(process(other.replace(Reports.MESSAGE_ID, "<" + TODAY + "@lab.example>")).effects())
        .containsExactly(new Counted(READER, 1));
  }

  @Test
  void aSuppressionIsKeptUntilItIsLifted() {
    Suppression first = new Suppression(READER, Origin.OPERATOR, "asked by telephone", MORNING);
    assertThat(membership.suppress(first)).isTrue();
    assertThat(membership.suppress(new Suppression(READER, Origin.COMPLAINT, "later", MORNING)))
        .isFalse();
    assertThat(suppressions.all()).containsExactly(first);
    assertThat(status()).isEqualTo(Status.SUPPRESSED);

    assertThat(membership.lift(EmailAddress.of("Reader1@reader.example"))).isTrue();
    assertThat(membership.lift(READER)).isFalse();
    assertThat(status()).isEqualTo(Status.PAUSED);
    assertThat(subscribers.isSuppressed(READER)).isFalse();
  }

  private void execute(String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }

  private List<Origin> origins() {
    return suppressions.all().stream().map(Suppression::origin).toList();
  }

  @Test
  void whoLeavesIsAmongTheSuppressionsUntilTheyComeBack() {
    membership.leave(1);
    Members.membership(database, () -> MORNING.plusSeconds(60)).leave(1);
    assertThat(suppressions.all())
        .containsExactly(new Suppression(READER, Origin.UNSUBSCRIBE, "unsubscribed", MORNING));

    // The mail that asks to confirm may reach them, and until they do they have left.
    assertThat(membership.ask(READER, subscribers.find(READER).get().preferences(), id -> true))
        .isPresent();
    assertThat(subscribers.isSuppressed(READER)).isFalse();
    assertThat(origins()).containsExactly(Origin.UNSUBSCRIBE);
    membership.vouch(1);
    assertThat(origins()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "UNSUBSCRIBE", mode = EnumSource.Mode.EXCLUDE)
  void everyOtherReasonOutweighsThatSomebodyLeft(Origin origin) {
    membership.leave(1);
    assertThat(membership.suppress(new Suppression(READER, origin, "said so", MORNING))).isTrue();
    assertThat(origins()).containsExactly(origin);
    assertThat(subscribers.isSuppressed(READER)).isTrue();

    membership.leave(1);
    membership.vouch(1);
    assertThat(origins()).containsExactly(origin);
  }

  @Test
  void anUnsubscribeThatIsImportedEndsASubscriptionAndCanBeTakenBack() {
    Suppression left = new Suppression(READER, Origin.UNSUBSCRIBE, "in the old system", MORNING);
    assertThat(membership.suppress(left)).isTrue();
    assertThat(membership.suppress(left)).isFalse();
    assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
    assertThat(subscribers.isSuppressed(READER)).isFalse();
    membership.vouch(1);
    assertThat(origins()).isEmpty();
  }

  @Test
  void whoeverTheOperatorAddsHasComeBack() {
    membership.suppress(new Suppression(STRANGER, Origin.UNSUBSCRIBE, "", MORNING));
    Preferences preferences = subscribers.find(1).orElseThrow().preferences();
    // The fixture gives out numbers by itself.
    execute("alter table subscribers alter column id restart with 100");
    assertThat(membership.ask(STRANGER, preferences, id -> true)).isPresent();
    assertThat(origins()).containsExactly(Origin.UNSUBSCRIBE);
    execute("delete from subscribers where id = 100");
    assertThat(membership.add(STRANGER, preferences)).isInstanceOf(Outcome.Done.class);
    assertThat(origins()).isEmpty();
  }

  @Test
  void leavingAndBeingSuppressedAtTheSameTimeEndWell() throws Exception {
    for (int i = 0; i < 20; i++) {
      membership.vouch(1);
      membership.lift(READER);
      try (var threads = Executors.newFixedThreadPool(4)) {
        var tasks = new ArrayList<Callable<Object>>();
        for (int j = 0; j < 2; j++) {
          tasks.add(
              () -> {
                membership.leave(1);
                return null;
              });
          tasks.add(
              () ->
                  membership.suppress(new Suppression(READER, Origin.COMPLAINT, "spam", MORNING)));
        }
        for (var future : threads.invokeAll(tasks)) {
          future.get();
        }
      }
      assertThat(origins()).hasSize(1);
      assertThat(status()).isIn(Status.UNSUBSCRIBED, Status.SUPPRESSED);
    }
  }

  @Test
  void whoLeftStaysAway() {
    membership.leave(1);
    membership.suppress(new Suppression(READER, Origin.OPERATOR, "", MORNING));
    assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
    membership.lift(READER);
    assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
  }
}
