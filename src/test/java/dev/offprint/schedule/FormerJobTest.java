package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.sending.OutboxFixture.TickingClock;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.JdbiSuppressionStore;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Outcome;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who left is forgotten, and an address that was forgotten is known when somebody gives it. */
@ParameterizedClass
@EnumSource
class FormerJobTest {
  private static final EmailAddress ADA = EmailAddress.of("ada.lovelace@lab.example");
  private static final EmailAddress EVE = EmailAddress.of("eve@lab.example");

  private final TickingClock clock = new TickingClock();
  private final Database database;
  private final SubscriberStore subscribers;
  private final JdbiSuppressionStore suppressions;
  private final Membership membership;
  private final Ledger ledger;
  private final FormerJob job;

  FormerJobTest(TestDatabase kind) {
    database = kind.fresh();
    subscribers = new JdbiSubscriberStore(database.jdbi());
    suppressions = new JdbiSuppressionStore(database.jdbi(), Members.KEY);
    membership = Members.membership(database, clock);
    ledger = OutboxFixture.ledger(database);
    job = new FormerJob(membership, ledger.retention(), 28, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Subscriber active(EmailAddress address) {
    return Members.of(database)
        .add(
            address,
            Status.ACTIVE,
            OutboxFixture.subscriber(1, Status.ACTIVE).preferences(),
            clock.instant())
        .orElseThrow();
  }

  /** Was sent one edition, which came back with the address in the relay's words. */
  private Subscriber mailed(EmailAddress address) {
    Subscriber reader = active(address);
    Delivery planned =
        OutboxFixture.plan(
                ledger, OutboxFixture.edition(reader.id()), Delivery.Planning.at(clock.instant()))
            .orElseThrow();
    OutboxFixture.claim(ledger, "here", clock.instant());
    OutboxFixture.sent(ledger, planned.id(), "250 queued for <" + address + ">", clock.instant());
    return reader;
  }

  private void pass(int days) {
    clock.tick(Duration.ofDays(days));
  }

  /** Where a text stands in any column of any table. */
  private List<String> holding(String text) {
    List<String> found = new ArrayList<>();
    String wanted = text.toLowerCase(Locale.ROOT);
    try (Connection connection = database.dataSource().getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"});
        Statement statement = connection.createStatement()) {
      while (tables.next()) {
        String schema = tables.getString("TABLE_SCHEM");
        if (schema.matches("(?i)information_schema|pg_.*")) {
          continue;
        }
        String name = tables.getString("TABLE_NAME");
        try (ResultSet rows =
            statement.executeQuery("select * from \"" + schema + "\".\"" + name + "\"")) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
              if (String.valueOf(rows.getString(column))
                  .toLowerCase(Locale.ROOT)
                  .contains(wanted)) {
                found.add(name + "." + rows.getMetaData().getColumnName(column));
              }
            }
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoLeftIsForgottenAfterTheDaysInEveryTable() {
    Subscriber ada = mailed(ADA);
    membership.enrolment().agree(ada.id(), "Ada Lovelace signed at the open day");
    membership.leave(ada.id());
    pass(28);
    assertThat(job.forget()).isZero();
    assertThat(holding("lovelace")).isNotEmpty();

    clock.tick(Duration.ofMillis(1));
    assertThat(job.forget()).isEqualTo(1);

    assertThat(holding("lovelace")).isEmpty();
    assertThat(subscribers.find(ada.id())).isEmpty();
  }

  @Test
  void theLedgerKeepsItsCounts() {
    membership.leave(mailed(ADA).id());
    membership.leave(mailed(EVE).id());
    pass(29);
    assertThat(job.forget()).isEqualTo(2);
    assertThat(ledger.deliveries().list(null, null)).isEmpty();
    assertThat(ledger.deliveries().counts()).containsEntry(Delivery.Status.SENT, 2);

    membership.leave(mailed(EmailAddress.of("third@lab.example")).id());
    pass(29);
    assertThat(job.forget()).isEqualTo(1);
    assertThat(ledger.deliveries().counts()).containsEntry(Delivery.Status.SENT, 3);
  }

  @Test
  void itIsToldOfAnAddressWhetherItWasMailed() {
    membership.leave(mailed(ADA).id());
    membership.leave(active(EVE).id());
    pass(29);
    job.forget();

    Suppression ada = suppressions.find(EmailAddress.of("Ada.Lovelace@LAB.example")).orElseThrow();
    assertThat(ada.origin()).isEqualTo(Origin.UNSUBSCRIBE);
    assertThat(ada.since()).isEqualTo(OutboxFixture.MORNING);
    assertThat(ada.reason())
        .isEqualTo(
            "unsubscribed; forgotten since then but for a keyed hash of the address; 1 mail was"
                + " sent to it, the last on 2026-11-24");
    assertThat(suppressions.find(EVE).orElseThrow().reason()).endsWith("; no mail is on record");
    assertThat(suppressions.all()).isEmpty();
    assertThat(suppressions.find(EmailAddress.of("bob@lab.example"))).isEmpty();
  }

  @Test
  void whoComplainedStaysSuppressedUntilThatIsLifted() {
    mailed(ADA);
    membership.suppress(new Suppression(ADA, Origin.COMPLAINT, "by ada", clock.instant()));
    pass(29);
    assertThat(job.forget()).isEqualTo(1);
    assertThat(holding("lovelace")).isEmpty();

    assertThat(membership.ask(ADA, active(EVE).preferences(), id -> true)).isEmpty();
    assertThat(membership.add(ADA, active(EmailAddress.of("x@lab.example")).preferences()))
        .isInstanceOf(Outcome.Barred.class);
    assertThat(membership.lift(ADA)).isTrue();
    assertThat(suppressions.find(ADA)).isEmpty();
  }

  @Test
  void whoComesBackIsASubscriberLikeAnyOther() {
    Subscriber before = mailed(ADA);
    membership.leave(before.id());
    pass(29);
    job.forget();

    assertThat(membership.add(ADA, before.preferences())).isInstanceOf(Outcome.Done.class);
    assertThat(suppressions.find(ADA)).isEmpty();
    pass(99);
    assertThat(job.forget()).isZero();
  }

  @Test
  void whoAskedToComeBackIsNotForgottenMeanwhile() {
    Subscriber ada = active(ADA);
    membership.leave(ada.id());
    pass(29);
    membership.ask(ADA, ada.preferences(), id -> true);
    assertThat(job.forget()).isZero();
    membership.eraseUnconfirmed(clock.instant().plusMillis(1), (since, ids) -> java.util.Set.of());
    assertThat(job.forget()).isEqualTo(1);
  }

  @Test
  void aRowThatCannotBeReadGoesTooAndHoldsNothingUp() {
    Subscriber ada = active(ADA);
    membership.leave(ada.id());
    membership.leave(active(EVE).id());
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("update subscribers set zone = 'Moon' where id = ?", ada.id()));
    pass(29);
    assertThat(job.forget()).isEqualTo(2);
    assertThat(holding("lab.example")).doesNotContain("subscribers.address", "SUBSCRIBERS.ADDRESS");
  }

  @Test
  void manyGoInPortions() {
    for (int number = 0; number < 450; number++) {
      membership.leave(active(EmailAddress.of("reader" + number + "@lab.example")).id());
    }
    pass(29);
    assertThat(job.forget()).isEqualTo(450);
    assertThat(holding("lab.example")).isEmpty();
  }

  @Test
  void whoIsErasedLeavesAHashOfASuppressionAlone() {
    Subscriber ada = mailed(ADA);
    membership.leave(ada.id());
    assertThat(membership.erase(ada.id()).orElseThrow().staysKnown()).isTrue();
    assertThat(holding("lovelace")).isEmpty();
    assertThat(suppressions.find(ADA).orElseThrow().reason())
        .isEqualTo("unsubscribed; forgotten since then but for a keyed hash of the address");
  }
}
