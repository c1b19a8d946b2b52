package dev.offprint.planning;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static dev.offprint.sending.OutboxFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.digests.Edition;
import dev.offprint.groups.JdbiGroupStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.metrics.PlanningTimers;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.planning.EditionPlanner.Planned;
import dev.offprint.search.CountingStore;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ledger does not take is chosen again, and what it never takes is not chosen. */
class RefusedEditionsTest {
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private final Database database = OutboxFixture.h2();
  private final SubscriberStore subscribers = new JdbiSubscriberStore(database.jdbi());
  private final CountingStore papers = new CountingStore(new JdbiPaperStore(database.jdbi()));
  private final Ledger ledger = OutboxFixture.ledger(database);
  private final Subscriber reader =
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
  private final EditionPlanner editions =
      new EditionPlanner(
          new Readership(subscribers, DailyLimit.NONE),
          new DaySelector(papers),
          ledger.plans(),
          new ReaderProfiles(
              ledger, new JdbiFeedbackStore(database.jdbi()), new JdbiGroupStore(database.jdbi())),
          new NoPendingSources(),
          () -> MORNING,
          PlanningTimers.unpublished());

  @AfterEach
  void close() {
    database.close();
  }

  private void announce(int... numbers) {
    papers.record(
        Arrays.stream(numbers)
            .mapToObj(
                number ->
                    new Sighting(
                        OutboxFixture.paper(number),
                        List.of(),
                        "test",
                        Map.of(Signal.Metric.UPVOTES, 5),
                        MORNING))
            .toList());
  }

  private void wasSent(int paper) {
    OutboxFixture.plan(
        ledger,
        new Edition(reader, TODAY, OutboxFixture.edition(reader.id(), paper).papers()),
        Delivery.Planning.at(MORNING));
  }

  @Test
  void aPaperThatBecomesOneWithASentOneCostsNobodyTheDay() {
    announce(1, 2, 3);
    wasSent(1);
    // As when a harvest joins two papers just then.
    papers.onceAnnounced =
        () ->
            papers.record(
                List.of(
                    new Sighting(
                        OutboxFixture.paper(1),
                        List.of(OutboxFixture.paper(2).id()),
                        "test",
                        Map.of(),
                        MORNING)));

    assertThat(editions.plan(TOMORROW, List.of(reader))).isEqualTo(new Planned(1, 0));

    assertThat(ledger.plans().sentTo(reader.id())).contains(OutboxFixture.paper(3).id()).hasSize(2);
    assertThat(papers.announced).isEqualTo(2);
  }

  @Test
  void aPaperThatIsSentWhileAnEditionIsChosenIsLeftOutWithoutReadingThePapersAgain() {
    announce(1, 2);
    papers.onceAnnounced = () -> wasSent(1);

    assertThat(editions.plan(TOMORROW, List.of(reader))).isEqualTo(new Planned(1, 0));

    assertThat(ledger.plans().sentTo(reader.id())).contains(OutboxFixture.paper(2).id()).hasSize(2);
    assertThat(papers.announced).isEqualTo(1);
  }

  @Test
  void papersOfWhichTheLedgerHasForgottenWhoWasSentThemAreNotChosen() {
    announce(1, 2);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("update ledger_start set first_day = ?", TOMORROW.plusDays(1)));

    assertThat(editions.plan(TOMORROW, List.of(reader))).isEqualTo(new Planned(0, 1));

    assertThat(ledger.deliveries().of(reader.id(), 1).getFirst().progress().reason())
        .doesNotContain("changed");
    assertThat(papers.announced).isZero();
  }
}
