package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.NodeShare;
import dev.offprint.db.TestDatabase;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber.Status;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is due and when, on every database. */
@ParameterizedClass
@EnumSource
class DueSubscribersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:30:00.123456Z");

  private final TestDatabase kind;
  private final Database database;
  private final SubscriberStore store;
  private final Members members;

  DueSubscribersTest(TestDatabase kind) {
    this.kind = kind;
    database = kind.fresh();
    store = new JdbiSubscriberStore(database.jdbi());
    members = Members.of(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Subscriber add(String address, Status status, Set<DayOfWeek> days) {
    Timing timing = new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), days);
    return members
        .add(
            EmailAddress.of(address),
            status,
            new Preferences(Content.TRENDING, List.of(), 10, timing, Format.HTML),
            NOW)
        .orElseThrow();
  }

  private Subscriber add(String address, Status status) {
    return add(address, status, Timing.DAILY);
  }

  @Test
  void nobodyIsDueLaterThanTheirOwnTimingGives() {
    Subscriber ada = add("ada@example.org", Status.ACTIVE);
    Subscriber weekly = add("weekly@example.org", Status.ACTIVE, Set.of(DayOfWeek.MONDAY));
    assertThat(store.correctNextDue(NOW)).isZero();
    // The clock said 2035 for a minute.
    Members.setNextDue(database, ada.id(), Instant.parse("2035-01-02T06:00:00Z"));
    Members.setNextDue(database, weekly.id(), Instant.parse("2035-01-08T06:00:00Z"));
    assertThat(store.correctNextDue(NOW)).isEqualTo(2);
    assertThat(store.find(ada.id()).orElseThrow().nextDue()).isEqualTo(ada.nextDue());
    assertThat(store.find(weekly.id()).orElseThrow().nextDue()).isEqualTo(weekly.nextDue());
    assertThat(store.correctNextDue(NOW)).isZero();
  }

  @Test
  void dueAreTheActiveOnesWhoseInstantHasCome() {
    Subscriber late = add("late@example.org", Status.ACTIVE);
    Subscriber sharp = add("sharp@example.org", Status.ACTIVE);
    Subscriber early = add("early@example.org", Status.ACTIVE);
    Members.setNextDue(database, late.id(), NOW.minusSeconds(60));
    Members.setNextDue(database, sharp.id(), NOW);
    Members.setNextDue(database, early.id(), NOW.plusSeconds(1));
    for (Status status : Status.values()) {
      if (status != Status.ACTIVE) {
        Members.setNextDue(
            database, add(status + "@example.org", status).id(), NOW.minusSeconds(1));
      }
    }
    assertThat(store.due(NOW, NodeShare.WHOLE).next(10))
        .extracting(Subscriber::id)
        .containsExactly(late.id(), sharp.id());
    assertThat(store.due(NOW, NodeShare.WHOLE).next(1))
        .extracting(Subscriber::id)
        .containsExactly(late.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 64})
  void nodesDivideWhoIsDueAmongThem(int nodes) {
    for (int i = 0; i < 200; i++) {
      Members.setNextDue(database, add(i + "@example.org", Status.ACTIVE).id(), NOW);
    }
    List<Long> parts = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      DueSubscribers due = store.due(NOW, new NodeShare(node, nodes));
      List<Subscriber> part = due.next(200);
      assertThat(part).hasSizeBetween(1, 200 / nodes + 12);
      part.forEach(subscriber -> parts.add(subscriber.id()));
    }
    assertThat(parts).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void whoIsDueAtTheSameInstantComesPageByPageEachOnce() {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(add(i + "@example.org", Status.ACTIVE).id());
      Members.setNextDue(database, ids.get(i), i < 3 ? NOW.minusSeconds(60) : NOW);
    }
    DueSubscribers due = store.due(NOW, NodeShare.WHOLE);
    assertThat(due.next(2)).extracting(Subscriber::id).containsExactly(ids.get(0), ids.get(1));
    // Planned for in the meantime: nobody comes again or is passed over for it.
    Members.setNextDue(database, ids.get(0), NOW.plusSeconds(60));
    Members.setNextDue(database, ids.get(1), NOW.plusSeconds(60));
    assertThat(due.next(2)).extracting(Subscriber::id).containsExactly(ids.get(2), ids.get(3));
    assertThat(due.next(2)).extracting(Subscriber::id).containsExactly(ids.get(4));
    assertThat(due.next(2)).isEmpty();
    assertThat(store.due(NOW, NodeShare.WHOLE).next(9))
        .extracting(Subscriber::id)
        .doesNotContain(ids.get(0), ids.get(1));
    store.setDueAgain(List.of(), NOW);
  }

  @Test
  void whoBecomesActiveIsDueNextTimeAndNotForWhatWasMissed() {
    Subscriber ada = add("ada@example.org", Status.PAUSED);
    Instant weeksLater = Instant.parse("2026-12-24T12:00:00Z");
    Members.membership(database, () -> weeksLater).vouch(ada.id());
    assertThat(store.find(ada.id()).orElseThrow().nextDue())
        .isEqualTo(Instant.parse("2026-12-25T06:00:00Z"));
  }

  @Test
  void whoChangedTheirHourWhileTheyWerePlannedKeepsIt() {
    Subscriber ada = add("ada@example.org", Status.ACTIVE);
    Subscriber grace = add("grace@example.org", Status.ACTIVE);
    Instant chosen = NOW.plusSeconds(3_600);
    Members.setNextDue(database, ada.id(), chosen);

    store.setDueAgain(List.of(ada, grace, ada), NOW);

    assertThat(store.find(ada.id()).orElseThrow().nextDue()).isEqualTo(chosen);
    assertThat(store.find(grace.id()).orElseThrow().nextDue())
        .isEqualTo(grace.preferences().timing().nextAfter(NOW));
  }

  @Test
  void whoIsActiveAlreadyKeepsWhatIsDue() {
    Subscriber ada = add("ada@example.org", Status.ACTIVE);
    Members.setNextDue(database, ada.id(), NOW);
    Members.membership(database, () -> NOW.plusSeconds(60)).vouch(ada.id());
    assertThat(store.due(NOW, NodeShare.WHOLE).next(1))
        .extracting(Subscriber::id)
        .containsExactly(ada.id());
  }

  @Test
  void anInstantInTheHourThatComesTwiceIsKept() {
    Subscriber ada = add("ada@example.org", Status.ACTIVE);
    for (String instant : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
      Members.setNextDue(database, ada.id(), Instant.parse(instant));
      assertThat(store.find(ada.id()).orElseThrow().nextDue()).isEqualTo(instant);
    }
  }

  @Test
  void lookingForPausesThatEndDoesNotGoThroughEverybody() {
    Assumptions.assumeTrue(kind == TestDatabase.H2);
    for (int i = 0; i < 40; i++) {
      add(i + "@example.org", Status.ACTIVE);
    }
    String plan =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("explain analyze " + JdbiPauses.ENDED)
                        .bind("first", LocalDate.EPOCH)
                        .bind("day", LocalDate.of(2026, 11, 24))
                        .mapTo(String.class)
                        .one());

    assertThat(plan).containsPattern("scanCount: \\d\\b");
  }
}
