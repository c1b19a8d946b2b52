package dev.offprint.planning;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static dev.offprint.sending.OutboxFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.NodeShare;
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
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.JdbiFeedbackStore;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editions wait for the sources of their papers, and not for ever. */
class WaitingEditionsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(90);
  private static final String LATE = "arxiv (unreachable: no route)";

  private final Database database = OutboxFixture.h2();
  private final SubscriberStore subscribers = new JdbiSubscriberStore(database.jdbi());
  private final PaperStore papers = new JdbiPaperStore(database.jdbi());
  private final Ledger ledger = OutboxFixture.ledger(database);
  private final ReaderProfiles readers =
      new ReaderProfiles(
          ledger, new JdbiFeedbackStore(database.jdbi()), new JdbiGroupStore(database.jdbi()));
  private final OneSource source = new OneSource();
  private Instant now = MORNING;
  private Subscriber reader;

  /** One source, which is late until the test says otherwise. */
  private static final class OneSource implements PendingSources {
    private boolean late = true;

    @Override
    public Duration patience() {
      return PATIENCE;
    }

    @Override
    public boolean isMissing(Instant now) {
      return late;
    }

    @Override
    public @Nullable String missing(LocalDate day, Instant now) {
      return late ? LATE : null;
    }
  }

  @BeforeEach
  void addAReaderWhoseHourIsSeven() {
    papers.record(
        List.of(
            new Sighting(
                OutboxFixture.paper(1),
                List.of(),
                "test",
                Map.of(Signal.Metric.UPVOTES, 5),
                MORNING)));
    reader =
        Members.of(database)
            .add(
                new EmailAddress("ada", "reader.example"),
                Subscriber.Status.ACTIVE,
                new Preferences(
                    Preferences.Content.TRENDING,
                    List.of(),
                    10,
                    new Timing(LocalTime.of(7, 0), ZoneOffset.UTC, Timing.DAILY),
                    Preferences.Format.HTML),
                MORNING)
            .orElseThrow();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private EditionPlanner started() {
    return new EditionPlanner(
        new Readership(subscribers, DailyLimit.NONE),
        new DaySelector(papers),
        ledger.plans(),
        readers,
        source,
        () -> now,
        PlanningTimers.unpublished());
  }

  private void at(String time) {
    now = TODAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }

  private @Nullable String late() {
    return ledger.deliveries().of(reader.id(), 1).getFirst().planning().lateSources();
  }

  @Test
  void anEditionGoesAsSoonAsItsSourceHasAnswered() {
    EditionPlanner editions = started();
    at("07:40");
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(Planned.NOTHING);
    source.late = false;
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(new Planned(1, 0));
    assertThat(late()).isNull();
  }

  @Test
  void everybodyWhoIsDueIsPlannedForInOneGoHoweverManyTheyAre() {
    int more = 2_000;
    Members members = Members.of(database);
    for (int i = 0; i < more; i++) {
      members.add(
          new EmailAddress("reader" + i, "reader.example"),
          Subscriber.Status.ACTIVE,
          reader.preferences(),
          MORNING);
    }
    source.late = false;
    at("07:00");
    EditionPlanner editions = started();
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(new Planned(more + 1, 0));
    assertThat(subscribers.due(now, NodeShare.WHOLE).next(1)).isEmpty();
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(Planned.NOTHING);
  }

  @Test
  void afterItsTimeItGoesWithoutAndSaysSo() {
    EditionPlanner editions = started();
    at("08:29");
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(Planned.NOTHING);
    at("08:30");
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(new Planned(1, 0));
    assertThat(late()).isEqualTo(LATE);
    assertThat(subscribers.find(reader.id()).orElseThrow().nextDue())
        .isEqualTo(TODAY.plusDays(1).atTime(7, 0).toInstant(ZoneOffset.UTC));
  }

  @Test
  void aDayWithoutAnythingToSaySaysSoToo() {
    at("08:30");
    source.late = false;
    started().planDue(NodeShare.WHOLE);
    now = now.plus(Duration.ofDays(1));
    source.late = true;
    started().plan(TODAY.plusDays(1), List.of(reader));
    assertThat(ledger.deliveries().of(reader.id(), 1).getFirst().progress().status())
        .isEqualTo(Delivery.Status.SKIPPED);
    assertThat(late()).isEqualTo(LATE);
  }

  @Test
  void aProcessThatStartsLateFirstAsksItsSources() {
    at("09:00");
    EditionPlanner editions = started();
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(Planned.NOTHING);
    at("10:30");
    assertThat(editions.planDue(NodeShare.WHOLE)).isEqualTo(new Planned(1, 0));
  }

  @Test
  void whatIsPlannedByHandDoesNotWait() {
    assertThat(started().plan(TODAY, List.of(reader))).isEqualTo(new Planned(1, 0));
    assertThat(late()).isEqualTo(LATE);
  }
}
