package dev.offprint.planning;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static dev.offprint.sending.OutboxFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.NodeShare;
import dev.offprint.db.TestDatabase;
import dev.offprint.groups.JdbiGroupStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.planning.EditionPlanner.Planned;
import dev.offprint.selection.DaySelector;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.JdbiFeedbackStore;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Of more readers than a day's limit, those get editions who signed up first. */
@ParameterizedClass
@EnumSource
class ReadershipTest {
  private static final int READERS = 1_400;

  private final AtomicInteger lookups = new AtomicInteger();
  private final Database database;
  private final SubscriberStore subscribers;
  private final PaperStore papers;
  private final Ledger ledger;
  private Instant now = MORNING.plus(Duration.ofHours(2));

  ReadershipTest(TestDatabase kind) {
    database = kind.fresh();
    subscribers = new JdbiSubscriberStore(database.jdbi());
    papers = new JdbiPaperStore(database.jdbi());
    ledger = OutboxFixture.ledger(database);
    OutboxFixture.fill(database, READERS);
    papers.record(
        List.of(
            new Sighting(
                OutboxFixture.paper(21),
                List.of(),
                "test",
                Map.of(Signal.Metric.UPVOTES, 5),
                MORNING)));
    dueDaily("07:00", 301, READERS);
    dueDaily("08:00", 1, 300);
    database
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                if (context.getRenderedSql().contains(" offset ")) {
                  lookups.incrementAndGet();
                }
              }
            });
  }

  private void dueDaily(String time, int first, int last) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update subscribers set content = 'TRENDING', at_time = ?, next_due = ?,"
                        + " days = 'MON,TUE,WED,THU,FRI,SAT,SUN' where id between ? and ?",
                    LocalTime.parse(time),
                    TODAY.atTime(LocalTime.parse(time)).atOffset(ZoneOffset.UTC),
                    first,
                    last));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private EditionPlanner planner(DailyLimit limit) {
    return new EditionPlanner(
        new Readership(subscribers, limit),
        new DaySelector(papers),
        ledger.plans(),
        new ReaderProfiles(
            ledger, new JdbiFeedbackStore(database.jdbi()), new JdbiGroupStore(database.jdbi())),
        new NoPendingSources(),
        () -> now,
        PlanningTimers.unpublished());
  }

  private List<Long> mailed() {
    return ledger.deliveries().list(TODAY, Delivery.Status.PLANNED).stream()
        .map(Delivery::subscriberId)
        .sorted()
        .toList();
  }

  @Test
  void whoSignedUpFirstIsMailedWhoeverIsDueFirstAndOneLookUpIsEnough() {
    now = MORNING.plus(Duration.ofHours(1));
    assertThat(planner(new DailyLimit(350, null, 0)).planDue(NodeShare.WHOLE))
        .isEqualTo(new Planned(50, 1_050));
    assertThat(lookups).hasValue(1);
    now = now.plus(Duration.ofHours(1));
    // As another node does.
    assertThat(planner(new DailyLimit(350, null, 0)).planDue(NodeShare.WHOLE))
        .isEqualTo(new Planned(300, 0));
    assertThat(lookups).hasValue(2);
    assertThat(mailed()).isEqualTo(LongStream.rangeClosed(1, 350).boxed().toList());
    assertThat(ledger.deliveries().of(READERS, 1).getFirst().progress().reason())
        .isEqualTo(
            "waits: at most 350 readers are mailed on this day (smtp.limits.daily), in the order"
                + " in which they signed up");

    // Who waits is due again on the next day, and has not used up the papers.
    now = now.plus(Duration.ofDays(1));
    assertThat(planner(new DailyLimit(350, TODAY, 300)).planDue(NodeShare.WHOLE))
        .isEqualTo(new Planned(1_050, 350));
    assertThat(ledger.plans().sentTo(READERS)).isNotEmpty();
    assertThat(planner(new DailyLimit(1, TODAY, 0)).planDue(NodeShare.WHOLE))
        .isEqualTo(Planned.NOTHING);
    assertThat(lookups).hasValue(3);
  }

  @Test
  void withoutALimitNothingIsLookedUpAndAllAreMailed() {
    assertThat(planner(DailyLimit.NONE).planDue(NodeShare.WHOLE))
        .isEqualTo(new Planned(READERS, 0));
    assertThat(lookups).hasValue(0);
  }

  @Test
  void whoWaitsHasAPlaceAndADayAndNobodyElseHas() {
    Subscriber last = subscribers.find(READERS).orElseThrow();
    DailyLimit ramp = new DailyLimit(350, TODAY, 100);
    assertThat(new Readership(subscribers, ramp).turn(last, TODAY))
        .contains(new Readership.Turn(1_050, TODAY.plusDays(2)));
    assertThat(new Readership(subscribers, ramp).turn(last, TODAY.plusDays(1)))
        .contains(new Readership.Turn(700, TODAY.plusDays(2)));
    assertThat(new Readership(subscribers, ramp).turn(last, TODAY.plusDays(2))).isEmpty();
    Readership fixed = new Readership(subscribers, new DailyLimit(350, null, 50));
    assertThat(fixed.turn(subscribers.find(351).orElseThrow(), TODAY))
        .contains(new Readership.Turn(1, null));
    assertThat(fixed.turn(subscribers.find(350).orElseThrow(), TODAY)).isEmpty();
    assertThat(new Readership(subscribers, DailyLimit.NONE).turn(last, TODAY)).isEmpty();
    database.jdbi().useHandle(handle -> handle.execute("update subscribers set status = 'PAUSED'"));
    assertThat(fixed.turn(subscribers.find(READERS).orElseThrow(), TODAY)).isEmpty();
  }

  @Test
  void whatIsPlannedByHandKeepsToTheLimit() {
    List<Subscriber> last = List.of(subscribers.find(READERS).orElseThrow());
    assertThat(planner(new DailyLimit(READERS - 1, null, 0)).plan(TODAY, last))
        .isEqualTo(new Planned(0, 1));
    assertThat(planner(new DailyLimit(READERS, null, 0)).plan(TODAY.plusDays(1), last))
        .isEqualTo(new Planned(1, 0));
  }
}
