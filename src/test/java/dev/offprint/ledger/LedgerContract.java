package dev.offprint.ledger;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static dev.offprint.sending.OutboxFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.db.Database;
import dev.offprint.digests.Edition;
import dev.offprint.digests.EditionNotes;
import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.papers.PaperId;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the ledger promises, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerContract {
  private Database database;
  private Ledger ledger;

  abstract Database open();

  @BeforeAll
  void fill() {
    database = open();
    OutboxFixture.fill(database, 100);
    ledger = OutboxFixture.ledger(database);
  }

  @AfterEach
  void empty() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("delete from deliveries");
              handle.execute("update ledger_start set first_day = null");
            });
  }

  @AfterAll
  void close() {
    database.close();
  }

  private Delivery planned(long subscriber, int... papers) {
    return planned(subscriber, TODAY, papers);
  }

  private Delivery planned(long subscriber, LocalDate day, int... papers) {
    return OutboxFixture.plan(
            ledger, OutboxFixture.edition(subscriber, day, papers), Delivery.Planning.at(MORNING))
        .orElseThrow();
  }

  private Delivery claimed() {
    return OutboxFixture.claim(ledger, "here", MORNING).orElseThrow();
  }

  private Delivery.Progress progress(Delivery delivery) {
    return ledger.deliveries().find(delivery.id()).orElseThrow().progress();
  }

  @Test
  void aPlannedEditionIsKeptWithItsPapersAndReasonsInOrder() {
    Delivery delivery = planned(1, 7, 2, 4, 5);

    assertThat(ledger.deliveries().find(delivery.id())).contains(delivery);
    assertThat(delivery.progress())
        .isEqualTo(new Delivery.Progress(Status.PLANNED, null, 0, MORNING, null));
    assertThat(ledger.deliveries().papers(delivery))
        .isEqualTo(OutboxFixture.edition(1, 7, 2, 4, 5).papers());
    assertThat(ledger.deliveries().edition(1, TODAY)).isPresent();
    assertThat(ledger.deliveries().edition(2, TODAY)).isEmpty();
  }

  @Test
  void whatWasSentAndCameBackSaysSo() {
    Delivery delivery = planned(1, 1);
    assertThat(ledger.returns().returned(delivery.id(), Status.BOUNCED, "550 unknown")).isFalse();
    claimed();
    OutboxFixture.sent(ledger, delivery.id(), "250 ok", MORNING);

    assertThat(ledger.returns().findByMessageId(delivery.messageId()))
        .map(Delivery::id)
        .contains(delivery.id());
    assertThat(ledger.returns().findByMessageId("<another@lab.example>")).isEmpty();
    assertThat(ledger.returns().findByToken(localPart(delivery.messageId())))
        .map(Delivery::id)
        .contains(delivery.id());
    assertThat(ledger.returns().findByToken("0".repeat(24) + ".1")).isEmpty();
    assertThat(ledger.returns().returned(delivery.id(), Status.BOUNCED, "550 unknown")).isTrue();
    assertThat(ledger.returns().returned(delivery.id(), Status.COMPLAINED, "later")).isFalse();
    assertThat(progress(delivery))
        .isEqualTo(new Delivery.Progress(Status.BOUNCED, "550 unknown", 1, null, MORNING));
    assertThat(ledger.deliveries().counts()).containsEntry(Status.BOUNCED, 1);
  }

  private static String localPart(String messageId) {
    return messageId.substring(1, messageId.indexOf('@'));
  }

  @Test
  void aMailOfBeforeItsIdNamedASubscriberIsFoundAsWell() {
    Delivery delivery = planned(1, 1);
    String before = "0123456789abcdef".repeat(2);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update deliveries set message_id = ? where id = ?",
                    "<" + before + "@lab.example>",
                    delivery.id()));

    assertThat(ledger.returns().findByMessageId("<" + before + "@lab.example>"))
        .map(Delivery::id)
        .contains(delivery.id());
    assertThat(ledger.returns().findByToken(before)).map(Delivery::id).contains(delivery.id());
  }

  @Test
  void messageIdsAreDifferentAndLookLikeIt() {
    String first = planned(1, 1).messageId();
    String second = planned(2, 1).messageId();

    assertThat(first).matches("<[0-9a-v]{24}\\.[0-9a-z]{1,7}@lab\\.example>").isNotEqualTo(second);
  }

  @Test
  void aDayHasOneEdition() {
    planned(1, 1);

    assertThat(
            OutboxFixture.plan(ledger, OutboxFixture.edition(1, 2), Delivery.Planning.at(MORNING)))
        .isEmpty();
    assertThat(OutboxFixture.skip(ledger, 1, TODAY, "nothing new", Delivery.Planning.at(MORNING)))
        .isFalse();
    assertThat(ledger.plans().sentTo(1)).containsExactly(new PaperId("2411.00001"));
  }

  @Test
  void itKnowsTheDaysThatHaveARowWhateverBecameOfThem() {
    planned(1, TODAY.minusDays(9), 1);
    planned(1, TODAY.minusDays(1), 2);
    OutboxFixture.skip(ledger, 1, TODAY, "nothing new", Delivery.Planning.at(MORNING));
    planned(2, TODAY, 3);
    ledger.notices().askToConfirm(3, MORNING);
    assertThat(ledger.deliveries().editionDays(TODAY.minusDays(8)))
        .isEqualTo(Map.of(1L, Set.of(TODAY.minusDays(1), TODAY), 2L, Set.of(TODAY)));
  }

  @Test
  void itCountsNoticesOfAKindAfterAnInstant() {
    for (int hour = 0; hour < 3; hour++) {
      ledger.notices().write(1, Delivery.Kind.DATA, MORNING.plusSeconds(3_600L * hour));
    }
    ledger.notices().sendLink(1, MORNING);
    ledger.notices().write(2, Delivery.Kind.DATA, MORNING);
    Instant noon = MORNING.plusSeconds(3_600L * 2);
    Instant before = MORNING.minusSeconds(1);
    assertThat(ledger.notices().count(1, Delivery.Kind.DATA, before, noon)).isEqualTo(3);
    assertThat(ledger.notices().count(1, Delivery.Kind.DATA, MORNING, noon)).isEqualTo(2);
    assertThat(ledger.notices().count(1, Delivery.Kind.DATA, before, MORNING)).isEqualTo(1);
    assertThat(ledger.notices().count(3, Delivery.Kind.DATA, MORNING, noon)).isZero();
  }

  @Test
  void whoIsAskedLaterThanOthersIsToldWhyUntilTheyAskThemselves() {
    Instant tomorrow = MORNING.plus(Duration.ofDays(1));
    ledger.notices().sendLink(1, tomorrow);
    ledger
        .notices()
        .askToConfirm(
            Map.of(
                1L, new NoticeStore.Turn(MORNING, null),
                2L, new NoticeStore.Turn(tomorrow, "waits for tomorrow")));
    assertThat(ledger.notices().turnsToConfirm(MORNING))
        .containsExactlyInAnyOrder(MORNING, tomorrow);
    assertThat(ledger.notices().turnsToConfirm(tomorrow)).containsExactly(tomorrow);
    Delivery waiting = ledger.deliveries().of(2, 1).getFirst();
    assertThat(waiting.plannedAt()).isEqualTo(tomorrow);
    assertThat(waiting.progress().reason()).isEqualTo("waits for tomorrow");

    assertThat(ledger.notices().askNow(1, MORNING)).isFalse();
    assertThat(ledger.notices().askNow(2, MORNING)).isTrue();
    assertThat(ledger.notices().askNow(2, MORNING)).isFalse();
    assertThat(ledger.claims().claim("here", MORNING, 9))
        .extracting(Delivery::subscriberId)
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(ledger.deliveries().of(2, 1).getFirst().progress().reason()).isNull();
  }

  @Test
  void itCountsThePapersThatWereSentForEachInterestSinceADay() {
    String experts = "\"mixture of experts\" -survey";
    long today = planned(1, 1, 2, 3).id();
    long earlier = planned(1, TODAY.minusDays(29), 5).id();
    long tooEarly = planned(1, TODAY.minusDays(30), 7).id();
    long refused = planned(1, TODAY.minusDays(2), 9).id();
    long another = planned(2, 1).id();
    planned(1, TODAY.minusDays(1), 11);
    assertThat(ledger.deliveries().matched(1, TODAY.minusDays(29))).isEmpty();

    for (long id : List.of(today, earlier, tooEarly, another)) {
      OutboxFixture.sent(ledger, id, "250 taken", MORNING);
    }
    ledger.settlements().failed(refused, "550 no such user", MORNING);

    assertThat(ledger.deliveries().matched(1, TODAY.minusDays(29)))
        .containsExactly(Map.entry(experts, 3));
    assertThat(ledger.deliveries().matched(1, TODAY)).containsExactly(Map.entry(experts, 2));
    assertThat(ledger.deliveries().matched(3, TODAY)).isEmpty();
  }

  @Test
  void aPaperIsNotPlannedTwiceAndTheWholeEditionIsLeftOut() {
    planned(1, 1, 2);

    assertThat(
            OutboxFixture.plan(
                ledger,
                OutboxFixture.edition(1, TODAY.plusDays(1), 3, 2),
                Delivery.Planning.at(MORNING)))
        .isEmpty();
    assertThat(ledger.deliveries().edition(1, TODAY.plusDays(1))).isEmpty();
    assertThat(ledger.plans().sentTo(1)).hasSize(2);
    assertThat(
            OutboxFixture.plan(
                ledger, OutboxFixture.edition(2, 1, 2), Delivery.Planning.at(MORNING)))
        .isPresent();
  }

  private Set<Long> plannedTogether(Map<Long, String> nothing, Edition... editions) {
    return ledger
        .plans()
        .plan(new PlannedBatch(TODAY, List.of(editions), nothing), Delivery.Planning.at(MORNING));
  }

  @Test
  void theDayOfManyIsWrittenAsEachOfThemAloneWouldBe() {
    var planning = new Delivery.Planning(MORNING, "arxiv (unreachable: no route)");
    Set<Long> written =
        ledger
            .plans()
            .plan(
                new PlannedBatch(
                    TODAY,
                    List.of(OutboxFixture.edition(2, 7, 2, 5), OutboxFixture.edition(1, 7)),
                    Map.of(3L, "no new papers")),
                planning);

    assertThat(written).containsExactlyInAnyOrder(1L, 2L, 3L);
    Delivery second = ledger.deliveries().of(2, 1).getFirst();
    assertThat(second.progress())
        .isEqualTo(new Delivery.Progress(Status.PLANNED, null, 0, MORNING, null));
    assertThat(second.planning()).isEqualTo(planning);
    assertThat(second.messageId())
        .isNotEqualTo(ledger.deliveries().of(1, 1).getFirst().messageId());
    assertThat(ledger.deliveries().papers(second))
        .isEqualTo(OutboxFixture.edition(2, 7, 2, 5).papers());
    assertThat(ledger.deliveries().of(3, 1).getFirst().progress())
        .isEqualTo(new Delivery.Progress(Status.SKIPPED, "no new papers", 0, null, MORNING));
  }

  @Test
  void nobodyLosesTheDayWithOneWhoHasItAlready() {
    planned(1, 1);
    OutboxFixture.skip(ledger, 2, TODAY, "nothing", Delivery.Planning.at(MORNING));

    Set<Long> written =
        plannedTogether(
            Map.of(2L, "nothing", 3L, "nothing"),
            OutboxFixture.edition(1, 2),
            OutboxFixture.edition(4, 3));

    assertThat(written).containsExactlyInAnyOrder(3L, 4L);
    assertThat(ledger.plans().sentTo(1)).containsExactly(new PaperId("2411.00001"));
    assertThat(ledger.deliveries().list(TODAY, null)).hasSize(4);
  }

  @Test
  void nobodyLosesTheDayWithOneWhoWasSentAPaper() {
    OutboxFixture.plan(
        ledger, OutboxFixture.edition(1, TODAY.minusDays(1), 3), Delivery.Planning.at(MORNING));

    Set<Long> written =
        plannedTogether(Map.of(), OutboxFixture.edition(1, 2, 3), OutboxFixture.edition(2, 2, 3));

    assertThat(written).containsExactly(2L);
    assertThat(ledger.deliveries().edition(1, TODAY)).isEmpty();
    assertThat(ledger.plans().sentTo(1)).hasSize(1);
  }

  @Test
  void theDaysOfManyAndWhatTheyWereSentAreToldFromADayOn() {
    planned(1, TODAY.minusDays(9), 1);
    planned(1, TODAY.minusDays(6), 2);
    planned(1, 3);
    planned(2, 3);
    planned(3, 4);
    OutboxFixture.skip(ledger, 4, TODAY, "nothing", Delivery.Planning.at(MORNING));

    assertThat(ledger.plans().histories(List.of(1L, 2L, 4L, 5L), TODAY.minusDays(6)))
        .isEqualTo(
            Map.of(
                1L,
                    new History(
                        Set.of(TODAY.minusDays(6), TODAY),
                        Set.of(new PaperId("2411.00002"), new PaperId("2411.00003"))),
                2L, new History(Set.of(TODAY), Set.of(new PaperId("2411.00003"))),
                4L, new History(Set.of(TODAY), Set.of())));
    assertThat(ledger.plans().histories(List.of(), TODAY)).isEmpty();
  }

  @Test
  void planningDifferentDaysAtOnceSendsNoPaperTwice() throws Exception {
    List<Future<Set<Long>>> plans = new ArrayList<>();
    try (ExecutorService planners = Executors.newFixedThreadPool(4)) {
      for (int planner = 0; planner < 4; planner++) {
        LocalDate day = TODAY.plusDays(planner);
        plans.add(
            planners.submit(
                () ->
                    ledger
                        .plans()
                        .plan(
                            new PlannedBatch(
                                day,
                                List.of(
                                    OutboxFixture.edition(1, day, 10),
                                    OutboxFixture.edition(2, day, 10)),
                                Map.of()),
                            Delivery.Planning.at(MORNING))));
      }
    }
    List<Long> written = new ArrayList<>();
    for (Future<Set<Long>> plan : plans) {
      written.addAll(plan.get());
    }
    assertThat(written).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void planningManyAtOnceGivesEachOneEdition() throws Exception {
    List<Future<Set<Long>>> plans = new ArrayList<>();
    try (ExecutorService planners = Executors.newFixedThreadPool(4)) {
      for (int planner = 0; planner < 4; planner++) {
        int first = planner;
        plans.add(
            planners.submit(
                () ->
                    plannedTogether(
                        Map.of(3L, "nothing"),
                        OutboxFixture.edition(2, first + 1, 10),
                        OutboxFixture.edition(1, first + 5, 10))));
      }
    }
    List<Long> written = new ArrayList<>();
    for (Future<Set<Long>> plan : plans) {
      written.addAll(plan.get());
    }
    assertThat(written).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(ledger.plans().sentTo(1)).hasSize(2);
  }

  @Test
  void anUnknownSubscriberIsAnError() {
    assertThatThrownBy(() -> planned(9_999, 1)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aDayWithNothingIsSettledAtOnce() {
    assertThat(OutboxFixture.skip(ledger, 1, TODAY, "no new papers", Delivery.Planning.at(MORNING)))
        .isTrue();

    assertThat(ledger.deliveries().list(TODAY, Status.SKIPPED))
        .extracting(Delivery::progress)
        .containsExactly(new Delivery.Progress(Status.SKIPPED, "no new papers", 0, null, MORNING));
    assertThat(OutboxFixture.claim(ledger, "here", MORNING)).isEmpty();
  }

  @Test
  void aRowKeepsWhichSourcesWereLateWhateverBecomesOfIt() {
    var planning = new Delivery.Planning(MORNING, "arxiv (unreachable: no route)");
    OutboxFixture.plan(ledger, OutboxFixture.edition(1, 1), planning);
    OutboxFixture.skip(ledger, 2, TODAY, "nothing", planning);
    OutboxFixture.sent(
        ledger, OutboxFixture.claim(ledger, "here", MORNING).orElseThrow().id(), "250 Ok", MORNING);

    assertThat(ledger.deliveries().list(TODAY, null))
        .extracting(Delivery::planning)
        .containsExactly(planning, planning);
  }

  @Test
  void theNewestNoticeOfAKindIsKnownAndTheEditionsOfTheLastDays() {
    Delivery first = ledger.notices().askToConfirm(1, MORNING);
    Delivery second = ledger.notices().askToConfirm(1, MORNING);
    Delivery link = ledger.notices().sendLink(1, MORNING.minusSeconds(60));
    ledger.notices().askToConfirm(2, MORNING.plusSeconds(60));
    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(ledger.notices().newest(1, Delivery.Kind.CONFIRMATION)).contains(second);
    assertThat(ledger.notices().newest(1, Delivery.Kind.LINK)).contains(link);
    assertThat(ledger.notices().newest(2, Delivery.Kind.LINK)).isEmpty();

    for (int day = 0; day < 3; day++) {
      OutboxFixture.skip(
          ledger,
          1,
          OutboxFixture.TODAY.minusDays(day),
          "nothing",
          Delivery.Planning.at(MORNING.plusSeconds(day)));
    }
    assertThat(ledger.deliveries().editions(1, OutboxFixture.TODAY.minusDays(1)))
        .extracting(Delivery::day)
        .containsExactly(OutboxFixture.TODAY, OutboxFixture.TODAY.minusDays(1));
    assertThat(ledger.deliveries().editions(2, OutboxFixture.TODAY.minusDays(1))).isEmpty();
  }

  @Test
  void whatWasClaimedForAnErasedSubscriberIsSettledWithoutHarm() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into subscribers (id, address, address_key, status, content, maximum,"
                        + " at_time, zone, days, format, created_at, next_due) select 1001,"
                        + " 'x@y.z', 'x@y.z', status, content, maximum, at_time, zone, days,"
                        + " format, created_at, next_due from subscribers where id = 1"));
    OutboxFixture.plan(ledger, OutboxFixture.edition(1001, 1), Delivery.Planning.at(MORNING));
    OutboxFixture.plan(ledger, OutboxFixture.edition(2, 1), Delivery.Planning.at(MORNING));
    List<Delivery> claimed = ledger.claims().claim("here", MORNING, 2);
    Members.membership(database, () -> MORNING).erase(1001);
    assertThat(ledger.deliveries().papers(claimed)).hasSize(1);
    claimed.forEach(delivery -> OutboxFixture.sent(ledger, delivery.id(), "250 ok", MORNING));
    long erased =
        claimed.stream().filter(each -> each.subscriberId() == 1001).findFirst().get().id();
    ledger.settlements().skipped(erased, "erased", MORNING);
    ledger.settlements().deferred(erased, "later", MORNING);
    ledger.settlements().failed(erased, "never", MORNING);
    assertThat(ledger.deliveries().find(erased)).isEmpty();
    assertThat(ledger.deliveries().of(2, 9))
        .extracting(delivery -> delivery.progress().status())
        .containsExactly(Delivery.Status.SENT);
  }

  @Test
  void aSubscriberCanBeAskedToConfirmMoreThanOnce() {
    Delivery first = ledger.notices().askToConfirm(1, MORNING);
    ledger.notices().askToConfirm(1, MORNING);

    assertThat(first.kind()).isEqualTo(Delivery.Kind.CONFIRMATION);
    assertThat(first.day()).isNull();
    assertThat(ledger.deliveries().of(1, 10)).hasSize(2);
  }

  @Test
  void whatIsDueLongestIsClaimedFirstAndWhatIsNotDueIsNot() {
    OutboxFixture.plan(
        ledger, OutboxFixture.edition(1, 1), Delivery.Planning.at(MORNING.plusSeconds(10)));
    OutboxFixture.plan(
        ledger, OutboxFixture.edition(2, 1), Delivery.Planning.at(MORNING.minusSeconds(10)));

    assertThat(claimed().subscriberId()).isEqualTo(2);
    assertThat(OutboxFixture.claim(ledger, "here", MORNING)).isEmpty();
    assertThat(ledger.deliveries().nextAttempt()).contains(MORNING.plusSeconds(10));
  }

  @Test
  void aClaimedDeliveryIsBeingSent() {
    Delivery delivery = planned(1, 1);

    assertThat(claimed().messageId()).isEqualTo(delivery.messageId());
    assertThat(progress(delivery))
        .isEqualTo(new Delivery.Progress(Status.SENDING, null, 0, null, null));
    assertThat(ledger.deliveries().nextAttempt()).isEmpty();
  }

  @Test
  void aSentDeliveryIsSettledWithTheAnswer() {
    Delivery delivery = planned(1, 1);
    claimed();
    OutboxFixture.sent(ledger, delivery.id(), "250 queued", MORNING.plusSeconds(1));

    assertThat(progress(delivery))
        .isEqualTo(
            new Delivery.Progress(Status.SENT, "250 queued", 1, null, MORNING.plusSeconds(1)));
    assertThat(ledger.claims().release("here")).isZero();
  }

  @Test
  void aDeferredDeliveryIsDueAgainAndItsAttemptCounts() {
    Delivery delivery = planned(1, 1);
    claimed();
    ledger.settlements().deferred(delivery.id(), "450 later", MORNING.plusSeconds(300));

    assertThat(progress(delivery))
        .isEqualTo(
            new Delivery.Progress(Status.DEFERRED, "450 later", 1, MORNING.plusSeconds(300), null));
    assertThat(OutboxFixture.claim(ledger, "here", MORNING.plusSeconds(299))).isEmpty();
    assertThat(OutboxFixture.claim(ledger, "here", MORNING.plusSeconds(300))).isPresent();
  }

  @Test
  void aDeliveryThatIsPutBackLosesNoAttempt() {
    Delivery delivery = planned(1, 1);
    claimed();
    ledger.settlements().putBack(delivery.id(), "no relay", MORNING.plusSeconds(60));

    assertThat(progress(delivery))
        .isEqualTo(
            new Delivery.Progress(Status.PLANNED, "no relay", 0, MORNING.plusSeconds(60), null));
  }

  @Test
  void aDeliveryThatWaitsCanBeMadeDueAtOnceAndASettledOneStaysSettled() {
    Delivery waiting = planned(1, 1);
    claimed();
    ledger.settlements().putBack(waiting.id(), "no relay", MORNING.plusSeconds(60));
    ledger.settlements().hasten(waiting.id(), MORNING);
    assertThat(progress(waiting).nextAttemptAt()).isEqualTo(MORNING);

    claimed();
    OutboxFixture.sent(ledger, waiting.id(), "250 ok", MORNING);
    ledger.settlements().hasten(waiting.id(), MORNING);
    assertThat(progress(waiting).nextAttemptAt()).isNull();
  }

  @Test
  void aFailedDeliveryKeepsItsPapersAndASkippedOneFreesThem() {
    Delivery failed = planned(1, 1);
    Delivery skipped = planned(2, 1);
    claimed();
    claimed();
    ledger.settlements().failed(failed.id(), "550 unknown", MORNING);
    ledger.settlements().skipped(skipped.id(), "paused", MORNING);

    assertThat(progress(failed).status()).isEqualTo(Status.FAILED);
    assertThat(progress(skipped).reason()).isEqualTo("paused");
    assertThat(ledger.plans().sentTo(1)).hasSize(1);
    assertThat(ledger.plans().sentTo(2)).isEmpty();
    assertThat(ledger.deliveries().counts())
        .containsEntry(Status.FAILED, 1)
        .containsEntry(Status.SENT, 0);
  }

  @Test
  void whatAKilledNodeHadClaimedIsReleasedForItAloneAndGoesFirst() {
    Delivery mine = planned(1, 1);
    Delivery theirs = planned(2, 1);
    Delivery waiting = planned(3, 1);
    OutboxFixture.claim(ledger, "here", MORNING);
    OutboxFixture.claim(ledger, "there", MORNING);

    assertThat(ledger.claims().release("here")).isEqualTo(1);

    assertThat(progress(mine).nextAttemptAt()).isEqualTo(mine.plannedAt());
    assertThat(progress(theirs).status()).isEqualTo(Status.SENDING);
    assertThat(ledger.claims().claim("here", MORNING.plusSeconds(5), 2))
        .extracting(Delivery::messageId)
        .containsExactly(mine.messageId(), waiting.messageId());
  }

  private static final LocalDate OLD = TODAY.minusDays(100);
  private static final Instant THEN = MORNING.minus(Duration.ofDays(100));
  private static final Instant BEFORE = MORNING.minus(Duration.ofDays(50));

  private Delivery sent(long subscriber, LocalDate day, Instant settled, int paper) {
    Delivery delivery = planned(subscriber, day, paper);
    OutboxFixture.sent(ledger, delivery.id(), "250 ok", settled);
    return delivery;
  }

  private int editions() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from editions e join deliveries d on d.id ="
                            + " e.delivery_id union all select count(*) from editions")
                    .mapTo(Integer.class)
                    .set())
        .stream()
        .reduce((one, other) -> -1)
        .orElseThrow();
  }

  @Test
  void whatWasSettledBeforeIsForgottenWithItsPapers() {
    sent(1, OLD, THEN, 1);
    ledger.returns().returned(sent(2, OLD, THEN, 1).id(), Status.BOUNCED, "550");
    ledger.returns().returned(sent(3, OLD, THEN, 1).id(), Status.COMPLAINED, "unwanted");
    ledger.settlements().failed(planned(4, OLD, 1).id(), "550", THEN);
    OutboxFixture.skip(ledger, 5, OLD, "nothing", Delivery.Planning.at(THEN));
    OutboxFixture.sent(ledger, ledger.notices().askToConfirm(6, THEN).id(), "250 ok", THEN);
    sent(1, TODAY, MORNING, 2);
    OutboxFixture.sent(ledger, ledger.notices().askToConfirm(7, MORNING).id(), "250 ok", MORNING);
    assertThat(editions()).isEqualTo(5);
    assertThat(ledger.deliveries().retainedSince()).isEmpty();

    assertThat(ledger.retention().forget(BEFORE)).isEqualTo(5);
    assertThat(ledger.retention().forget(BEFORE)).isEqualTo(1);
    assertThat(ledger.retention().forget(BEFORE)).isZero();

    assertThat(ledger.deliveries().list(null, null))
        .extracting(Delivery::subscriberId)
        .containsExactly(1L, 7L);
    assertThat(editions()).isEqualTo(1);
    assertThat(ledger.deliveries().retainedSince()).contains(TODAY.minusDays(50));
  }

  @Test
  void whatIsNotSettledOrNotLongEnoughIsNotForgotten() {
    List<Delivery> kept =
        List.of(
            planned(1, OLD, 1),
            planned(2, OLD, 1),
            planned(3, OLD, 1),
            planned(4, OLD, 1),
            sent(5, OLD, BEFORE, 1),
            sent(6, TODAY.minusDays(50), THEN, 1));
    claimed();
    ledger.settlements().deferred(claimed().id(), "451 later", MORNING);
    ledger.settlements().failed(kept.get(3).id(), "550", THEN);
    ledger.settlements().retry(kept.get(3).id(), MORNING);
    assertThat(ledger.deliveries().list(null, null))
        .extracting(row -> row.progress().status())
        .contains(Status.SENDING, Status.DEFERRED, Status.PLANNED, Status.SENT);

    assertThat(ledger.retention().forget(BEFORE)).isZero();

    assertThat(ledger.deliveries().list(null, null)).hasSize(kept.size());
    assertThat(ledger.deliveries().retainedSince()).isEmpty();
  }

  @Test
  void muchIsForgottenInPortions() {
    Map<Long, String> nothing = new HashMap<>();
    for (long subscriber = 1; subscriber <= 100; subscriber++) {
      nothing.put(subscriber, "nothing");
    }
    for (int day = 0; day < 21; day++) {
      ledger
          .plans()
          .plan(
              new PlannedBatch(OLD.plusDays(day), List.of(), nothing), Delivery.Planning.at(THEN));
    }
    assertThat(ledger.retention().forget(BEFORE)).isEqualTo(JdbiRetentionStore.PORTION);
    assertThat(ledger.retention().forget(BEFORE)).isEqualTo(100);
    assertThat(ledger.retention().forget(BEFORE)).isZero();
  }

  @Test
  void whatIsKeptBeginsNoEarlierBecauseItIsKeptForLongerNow() {
    sent(1, OLD, THEN, 1);
    ledger.retention().forget(BEFORE);
    sent(1, OLD.minusDays(1), THEN.minus(Duration.ofDays(30)), 2);
    ledger.retention().forget(THEN);

    assertThat(ledger.deliveries().retainedSince()).contains(TODAY.minusDays(50));
  }

  /** The papers of these tests were announced 30 days before. */
  @Test
  void aPaperThatMayHaveBeenSentWithAForgottenEditionIsNotPlannedAnew() {
    sent(1, TODAY.minusDays(29), MORNING.minus(Duration.ofDays(29)), 1);
    assertThat(ledger.retention().forget(MORNING.minus(Duration.ofDays(28)))).isEqualTo(1);
    assertThat(ledger.plans().sentTo(1)).isEmpty();

    assertThat(plannedTogether(Map.of(2L, "nothing"), OutboxFixture.edition(1, 1)))
        .containsExactly(2L);
  }

  @Test
  void aPaperOfTheFirstDayThatIsKeptIsPlanned() {
    sent(1, TODAY.minusDays(31), MORNING.minus(Duration.ofDays(31)), 1);
    assertThat(ledger.retention().forget(MORNING.minus(Duration.ofDays(30)))).isEqualTo(1);

    assertThat(plannedTogether(Map.of(), OutboxFixture.edition(1, 2))).containsExactly(1L);
  }

  @Test
  void listsByDayAndStatusNewestDayFirst() {
    LocalDate yesterday = TODAY.minusDays(1);
    OutboxFixture.plan(
        ledger, OutboxFixture.edition(1, yesterday, 1), Delivery.Planning.at(MORNING));
    planned(1, 2);
    OutboxFixture.skip(ledger, 2, TODAY, "nothing", Delivery.Planning.at(MORNING));
    ledger.notices().askToConfirm(3, MORNING);

    assertThat(ledger.deliveries().list(null, null))
        .extracting(Delivery::day)
        .containsExactly(TODAY, TODAY, yesterday, null);
    assertThat(ledger.deliveries().list(TODAY, null)).hasSize(2);
    assertThat(ledger.deliveries().list(null, Status.PLANNED)).hasSize(3);
    assertThat(ledger.deliveries().list(TODAY, Status.PLANNED)).hasSize(1);
    assertThat(ledger.deliveries().of(1, 1)).extracting(Delivery::day).containsExactly(TODAY);
  }

  @Test
  void aClaimPassesOverARowThatAnotherIsTakingAndTakesTheNext() {
    planned(1, 1);
    planned(2, 1);
    planned(3, 1);
    // Not within a callback: Jdbi would give this handle to the ledger as well.
    try (Handle other = database.jdbi().open()) {
      other.begin();
      other
          .createQuery("select id from deliveries where subscriber_id = 1 for update")
          .mapTo(Long.class)
          .one();

      assertThat(claimed().subscriberId()).isEqualTo(2);
      assertThat(claimed().subscriberId()).isEqualTo(3);
      assertThat(OutboxFixture.claim(ledger, "here", MORNING)).isEmpty();
      other.rollback();
    }
    assertThat(claimed().subscriberId()).isEqualTo(1);
  }

  @Test
  void nodesThatRaceNeverClaimTheSame() throws Exception {
    int count = 100;
    for (int subscriber = 1; subscriber <= count; subscriber++) {
      planned(subscriber, 1);
    }
    List<Long> claimed = new ArrayList<>();
    try (ExecutorService nodes = Executors.newFixedThreadPool(6)) {
      List<Future<List<Long>>> results = new ArrayList<>();
      for (int node = 0; node < 6; node++) {
        results.add(nodes.submit(claimAll("node" + node)));
      }
      for (Future<List<Long>> result : results) {
        claimed.addAll(result.get());
      }
    }
    assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
  }

  private Callable<List<Long>> claimAll(String node) {
    return () -> {
      List<Long> mine = new ArrayList<>();
      for (Optional<Delivery> next = OutboxFixture.claim(ledger, node, MORNING);
          next.isPresent();
          next = OutboxFixture.claim(ledger, node, MORNING)) {
        mine.add(next.get().id());
      }
      return mine;
    };
  }

  @Test
  void planningTheSameDayAtOnceGivesOneEdition() throws Exception {
    List<Future<Optional<Delivery>>> plans = new ArrayList<>();
    try (ExecutorService planners = Executors.newFixedThreadPool(4)) {
      for (int planner = 0; planner < 4; planner++) {
        int first = planner;
        plans.add(
            planners.submit(
                () ->
                    OutboxFixture.plan(
                        ledger,
                        OutboxFixture.edition(1, first + 1, 10, first + 5),
                        Delivery.Planning.at(MORNING))));
      }
    }
    List<Delivery> written = new ArrayList<>();
    for (Future<Optional<Delivery>> plan : plans) {
      plan.get().ifPresent(written::add);
    }
    assertThat(written).hasSize(1);
    assertThat(ledger.deliveries().papers(written.getFirst()))
        .hasSize(3)
        .extracting(ChosenPaper::paper)
        .doesNotContainNull();
    assertThat(ledger.plans().sentTo(1)).hasSize(3);
    assertThat(Duration.between(MORNING, written.getFirst().plannedAt())).isZero();
  }

  @Test
  void whatAnEditionTellsIsThereWhenItIsSentWithTheLastDaysOfItsInterests() {
    Interest locks = new Interest("locks ~broad");
    Interest bridges = new Interest("\"long bridges\" -steel");
    Interest never = new Interest("quasars");
    LocalDate yesterday = TODAY.minusDays(1);
    plan(told(1, yesterday, 1, new LastBrought(locks, yesterday), new LastBrought(never, null)));
    plan(
        told(
            1,
            TODAY,
            2,
            new LastBrought(new Interest("locks"), null),
            new LastBrought(bridges, TODAY),
            new LastBrought(never, null)));

    Delivery edition = ledger.deliveries().edition(1, TODAY).orElseThrow();
    assertThat(ledger.deliveries().contents(List.of(edition), new HashMap<>()))
        .extractingByKey(edition.id())
        .extracting(EditionContents::notes)
        .isEqualTo(
            new EditionNotes(
                412,
                List.of(
                    new LastBrought(new Interest("locks"), yesterday),
                    new LastBrought(bridges, TODAY),
                    new LastBrought(never, null))));
  }

  private void plan(Edition edition) {
    assertThat(OutboxFixture.plan(ledger, edition, Delivery.Planning.at(MORNING))).isPresent();
  }

  private static Edition told(long subscriber, LocalDate day, int paper, LastBrought... interests) {
    return OutboxFixture.edition(subscriber, day, paper)
        .with(new EditionNotes(412, List.of(interests)));
  }
}
