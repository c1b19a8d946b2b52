package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.NodeShare;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pauses that end and subscribers who are erased, on every database. */
@ParameterizedClass
@EnumSource
class PausesAndErasureTest {
  /** A Tuesday; in Auckland it is 19:30. */
  private static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");

  private static final EmailAddress ADA = EmailAddress.of("ada@example.org");

  private final Database database;
  private final Jdbi jdbi;
  private final SubscriberStore store;
  private final Ledger ledger;
  private final Membership membership;

  PausesAndErasureTest(TestDatabase kind) {
    database = kind.fresh();
    jdbi = database.jdbi();
    store = new JdbiSubscriberStore(jdbi);
    ledger = OutboxFixture.ledger(database);
    membership = Members.membership(database, () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Preferences at(String time, String zone, Set<DayOfWeek> days) {
    return new Preferences(
        Content.TRENDING,
        List.of(),
        10,
        new Timing(LocalTime.parse(time), ZoneId.of(zone), days),
        Format.HTML);
  }

  private Subscriber add(String address, Status status, Preferences preferences) {
    return Members.of(database)
        .add(EmailAddress.of(address), status, preferences, NOW)
        .orElseThrow();
  }

  private Subscriber ada(Status status) {
    return add("ada@example.org", status, at("07:00", "Europe/Oslo", Timing.DAILY));
  }

  private Subscriber found(Subscriber subscriber) {
    return store.find(subscriber.id()).orElseThrow();
  }

  @Test
  void aPauseEndsWithTheDayBeforeAndTheNextEditionIsThatOfItsLastDay() {
    Subscriber ada = ada(Status.ACTIVE);
    membership.pause(ada.id(), LocalDate.parse("2026-12-01"));
    assertThat(found(ada).status()).isEqualTo(Status.PAUSED);
    assertThat(found(ada).pausedUntil()).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(store.due(NOW.plus(Duration.ofDays(9)), NodeShare.WHOLE).next(9)).isEmpty();

    assertThat(store.endPauses(Instant.parse("2026-11-30T22:59:59Z"))).isZero();
    assertThat(store.endPauses(Instant.parse("2026-11-30T23:00:00Z"))).isEqualTo(1);
    assertThat(found(ada).status()).isEqualTo(Status.ACTIVE);
    assertThat(found(ada).pausedUntil()).isNull();
    assertThat(found(ada).nextDue()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
    assertThat(store.endPauses(Instant.parse("2026-12-02T00:00:00Z"))).isZero();
  }

  @Test
  void theDayBeginsWhereTheSubscriberLives() {
    Subscriber far = add("far@example.org", Status.ACTIVE, at("00:00", "+14:00", Timing.DAILY));
    Subscriber west = add("west@example.org", Status.ACTIVE, at("00:00", "-12:00", Timing.DAILY));
    LocalDate day = LocalDate.parse("2026-12-01");
    membership.pause(far.id(), day);
    membership.pause(west.id(), day);
    assertThat(store.endPauses(Instant.parse("2026-11-30T10:00:30Z"))).isEqualTo(1);
    assertThat(found(far).nextDue()).isEqualTo(Instant.parse("2026-11-30T10:00:00Z"));
    assertThat(found(west).status()).isEqualTo(Status.PAUSED);
    assertThat(store.endPauses(Instant.parse("2026-12-01T12:00:00Z"))).isEqualTo(1);
    assertThat(found(west).nextDue()).isEqualTo(Instant.parse("2026-12-01T12:00:00Z"));
  }

  @Test
  void afterAPauseTheNextChosenDayComes() {
    Subscriber ada =
        add(
            "ada@example.org",
            Status.ACTIVE,
            at("07:00", "Europe/Oslo", Set.of(DayOfWeek.THURSDAY)));
    membership.pause(ada.id(), LocalDate.parse("2026-12-01"));
    store.endPauses(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(found(ada).nextDue()).isEqualTo(Instant.parse("2026-12-03T06:00:00Z"));
  }

  @Test
  void aPauseWithoutAnEndHasNone() {
    Subscriber ada = ada(Status.ACTIVE);
    membership.pause(ada.id(), LocalDate.parse("2026-12-01"));
    membership.pause(ada.id(), null);
    assertThat(store.endPauses(NOW.plus(Duration.ofDays(900)))).isZero();
    assertThat(found(ada).status()).isEqualTo(Status.PAUSED);
  }

  @Test
  void whoLeftDuringAPauseDoesNotComeBackWithItsEnd() {
    Subscriber ada = ada(Status.ACTIVE);
    membership.pause(ada.id(), LocalDate.parse("2026-12-01"));
    membership.leave(ada.id());
    assertThat(found(ada).pausedUntil()).isNull();
    assertThat(store.endPauses(NOW.plus(Duration.ofDays(9)))).isZero();
    assertThat(found(ada).status()).isEqualTo(Status.UNSUBSCRIBED);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "UNSUBSCRIBED", "SUPPRESSED"})
  void whoIsNotActiveIsNotPaused(Status status) {
    Subscriber ada = ada(status);
    membership.pause(ada.id(), LocalDate.parse("2026-12-01"));
    assertThat(found(ada)).isEqualTo(ada);
  }

  private void mail(Subscriber to, String kind, Instant planned) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into deliveries (subscriber_id, kind, status, message_id, planned_at,"
                    + " attempts) values (?, ?, 'SENT', '<x@y>', ?, 1)",
                to.id(),
                kind,
                planned.atOffset(java.time.ZoneOffset.UTC)));
  }

  private int rows(String table) {
    return jdbi.withHandle(
        handle -> handle.select("select count(*) from " + table).mapTo(Integer.class).one());
  }

  @Test
  void whoIsErasedLeavesNothingButThatTheyLeft() {
    Subscriber ada = ada(Status.ACTIVE);
    Subscriber bob =
        add("bob@example.org", Status.ACTIVE, at("07:00", "Europe/Oslo", Timing.DAILY));
    mail(ada, "EDITION", NOW);
    mail(bob, "EDITION", NOW);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into editions (delivery_id, papers, reasons) select id, '', '[]' from"
                  + " deliveries");
          handle.execute(
              "insert into soft_bounces (address_key, bounced_on) select address_key, current_date"
                  + " from subscribers");
        });
    membership.leave(ada.id());
    membership.erase(ada.id());
    membership.erase(ada.id());

    assertThat(store.all()).containsExactly(bob);
    for (String table : List.of("deliveries", "editions", "soft_bounces", "former_subscribers")) {
      assertThat(rows(table)).as(table).isEqualTo(1);
    }
    assertThat(rows("suppressions")).isZero();
    assertThat(store.find(ADA)).isEmpty();
    assertThat(membership.suppression(ADA).orElseThrow().origin())
        .isEqualTo(Suppression.Origin.UNSUBSCRIBE);
  }

  @Test
  void whatTheySaidOfPapersGoesToo() {
    Subscriber ada = ada(Status.ACTIVE);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into papers (id, title, abstract, authors, categories, announced,"
                  + " announcements, earliest, upvotes, comments, stars, first_seen) values"
                  + " ('2411.00001', 'Title', 'Text', 'Ada', 'cs.LG', current_date, '',"
                  + " current_date, 0, 0, 0, current_timestamp)");
          handle.execute(
              "insert into paper_ids (id, paper_id) values ('2411.00001', '2411.00001')");
          handle.execute(
              "insert into feedback (subscriber_id, paper_id, judgment, said_at) values (?,"
                  + " '2411.00001', 'MORE', current_timestamp)",
              ada.id());
        });
    membership.erase(ada.id());
    assertThat(rows("feedback")).isZero();
    assertThat(rows("papers")).isEqualTo(1);
  }

  @Test
  void anErasedAddressThatMustNotBeMailedStaysSo() {
    Subscriber ada = ada(Status.SUPPRESSED);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into suppressions (address_key, address, origin, reason, created_at) values"
                    + " ('ada@example.org', 'ada@example.org', 'COMPLAINT', 'spam',"
                    + " current_timestamp)"));
    membership.erase(ada.id());
    assertThat(membership.suppression(ADA).orElseThrow().bars()).isTrue();
    assertThat(membership.ask(ADA, ada.preferences(), id -> true)).isEmpty();
  }

  @Test
  void whoDoesNotConfirmIsErasedAndNobodyElse() {
    Subscriber early = ada(Status.PENDING);
    Subscriber askedAgain =
        add("again@example.org", Status.PENDING, at("07:00", "UTC", Timing.DAILY));
    Subscriber confirmed = add("here@example.org", Status.ACTIVE, at("07:00", "UTC", Timing.DAILY));
    Subscriber left =
        add("left@example.org", Status.UNSUBSCRIBED, at("07:00", "UTC", Timing.DAILY));
    for (Subscriber each : List.of(early, askedAgain, confirmed, left)) {
      mail(each, "CONFIRMATION", NOW);
    }
    mail(early, "EDITION", NOW.plusSeconds(9));
    mail(askedAgain, "CONFIRMATION", NOW.plusSeconds(5));

    assertThat(membership.eraseUnconfirmed(NOW, ledger.notices()::askedSince)).isZero();
    assertThat(membership.eraseUnconfirmed(NOW.plusSeconds(5), ledger.notices()::askedSince))
        .isEqualTo(1);
    assertThat(store.all()).containsExactly(askedAgain, confirmed, left);
    assertThat(membership.eraseUnconfirmed(NOW.plusSeconds(6), ledger.notices()::askedSince))
        .isEqualTo(1);
    assertThat(membership.eraseUnconfirmed(NOW.plusSeconds(999), ledger.notices()::askedSince))
        .isZero();
    assertThat(store.all()).containsExactly(confirmed, left);
  }
}
