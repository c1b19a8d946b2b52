package dev.offprint.sending;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static dev.offprint.sending.OutboxFixture.TODAY;
import static dev.offprint.sending.OutboxFixture.edition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.EditionContents;
import dev.offprint.ledger.History;
import dev.offprint.ledger.JdbiLedger;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.MessageIds;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger says of two papers that turned out to be one, on every database. */
class MergedPapersTest {
  private static final PaperId KEPT = OutboxFixture.paper(1).id();
  private static final PaperId ABSORBED = OutboxFixture.paper(2).id();

  @ParameterizedTest
  @EnumSource
  void whoeverWasSentTheAbsorbedOneWasSentTheMergedPaper(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      Ledger ledger = ledger(database);
      Delivery sent = send(ledger, 2, 3);
      merge(database);
      assertThat(ledger.plans().sentTo(1))
          .containsExactlyInAnyOrder(KEPT, OutboxFixture.paper(3).id());
      assertThat(shown(ledger, sent)).containsExactly(KEPT, OutboxFixture.paper(3).id());
      assertThat(
              OutboxFixture.plan(
                  ledger, edition(1, TODAY.plusDays(1), 1, 4), Delivery.Planning.at(MORNING)))
          .isEmpty();
      assertThat(
              OutboxFixture.plan(
                  ledger, edition(1, TODAY.plusDays(1), 4), Delivery.Planning.at(MORNING)))
          .isPresent();
    }
  }

  /** As when a daemon plans with papers that it looked up before they were merged. */
  @ParameterizedTest
  @EnumSource
  void theOldIdOfAPaperThatWasSentCannotBePlannedEither(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      Ledger ledger = ledger(database);
      send(ledger, 1);
      merge(database);
      assertThat(
              OutboxFixture.plan(
                  ledger, edition(1, TODAY.plusDays(1), 2), Delivery.Planning.at(MORNING)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void amongManyOnlyWhoeverWasSentItUnderAnotherIdIsRefused(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      OutboxFixture.fill(database, 2);
      Ledger ledger = ledgerOf(database);
      send(ledger, 1);
      merge(database);
      assertThat(
              ledger
                  .plans()
                  .plan(
                      new PlannedBatch(
                          TODAY.plusDays(1),
                          List.of(
                              edition(1, TODAY.plusDays(1), 3, 2),
                              edition(2, TODAY.plusDays(1), 2)),
                          Map.of()),
                      Delivery.Planning.at(MORNING)))
          .containsExactly(2L);
      assertThat(ledger.plans().histories(List.of(1L, 2L), TODAY))
          .isEqualTo(
              Map.of(
                  1L, new History(Set.of(TODAY), Set.of(KEPT)),
                  2L, new History(Set.of(TODAY.plusDays(1)), Set.of(KEPT))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverWasSentBothKeepsBothRows(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      Ledger ledger = ledger(database);
      Delivery both = send(ledger, 1, 2);
      merge(database);
      assertThat(ledger.plans().sentTo(1)).containsExactly(KEPT);
      assertThat(shown(ledger, both)).containsExactly(KEPT);
      assertThat(
              database
                  .jdbi()
                  .<String, RuntimeException>withHandle(
                      handle ->
                          handle
                              .createQuery("select papers from editions")
                              .mapTo(String.class)
                              .one()))
          .isEqualTo(KEPT.value() + "\n" + ABSORBED.value());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditionThatWaitsLeavesOutWhatWasSentUnderAnotherId(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      Ledger ledger = ledger(database);
      send(ledger, 1);
      Delivery waiting =
          OutboxFixture.plan(
                  ledger, edition(1, TODAY.plusDays(1), 2, 3), Delivery.Planning.at(MORNING))
              .orElseThrow();
      assertThat(shown(ledger, waiting)).hasSize(2);
      merge(database);
      assertThat(shown(ledger, waiting)).containsExactly(OutboxFixture.paper(3).id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditionThatWaitsLeavesOutWhatMayHaveBeenSentWithAForgottenOne(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      Ledger ledger = ledger(database);
      send(ledger, 1);
      Delivery waiting =
          OutboxFixture.plan(
                  ledger, edition(1, TODAY.plusDays(40), 2, 3), Delivery.Planning.at(MORNING))
              .orElseThrow();
      assertThat(ledger.retention().forget(MORNING.plus(Duration.ofDays(30)))).isEqualTo(1);
      assertThat(shown(ledger, waiting)).hasSize(2);
      merge(database);
      assertThat(shown(ledger, waiting)).containsExactly(OutboxFixture.paper(3).id());
    }
  }

  /** As when a list shows an old paper again, or a journal prints what arXiv had long before. */
  @ParameterizedTest
  @EnumSource
  void aPaperThatIsListedAgainAfterItsEditionIsForgottenIsOfItsFirstDay(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      LocalDate later = TODAY.plusDays(400);
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(sighting(1, TODAY), sighting(3, later)));
      Sighting again = sighting(1, later);
      Sighting elsewhere =
          new Sighting(
              sighting(2, later).paper(), List.of(KEPT), "huggingface", Map.of(), on(later));
      store.record(List.of(again, elsewhere));
      assertThat(store.announced(TODAY.plusDays(1), later))
          .extracting(candidate -> candidate.paper().id())
          .containsExactly(OutboxFixture.paper(3).id());
    }
  }

  private static Sighting sighting(int number, LocalDate announced) {
    Paper paper = OutboxFixture.paper(number);
    return new Sighting(
        new Paper(
            paper.id(),
            paper.title(),
            paper.abstractText(),
            paper.authors(),
            paper.categories(),
            paper.links(),
            new Paper.Dates(null, announced, null)),
        List.of(),
        "arxiv",
        Map.of(),
        on(announced));
  }

  private static Instant on(LocalDate day) {
    return day.atTime(7, 0).toInstant(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @EnumSource
  void anEditionOfWhichNothingIsLeftIsSkippedAndSaysWhy(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      Ledger ledger = ledger(database);
      send(ledger, 1);
      Delivery waiting =
          OutboxFixture.plan(
                  ledger, edition(1, TODAY.plusDays(1), 2), Delivery.Planning.at(MORNING))
              .orElseThrow();
      merge(database);
      assertThat(
              OutboxFixture.composer(new OutboxFixture.People(), () -> MORNING)
                  .compose(
                      waiting,
                      ledger
                          .deliveries()
                          .contents(List.of(waiting), new HashMap<>())
                          .getOrDefault(waiting.id(), EditionContents.NOTHING)))
          .isEqualTo(
              new Composition.Withheld("all its papers turned out to have been sent before"));
    }
  }

  private static Ledger ledger(Database database) {
    OutboxFixture.fill(database, 1);
    return ledgerOf(database);
  }

  private static Ledger ledgerOf(Database database) {
    return JdbiLedger.of(
        database.jdbi(), new JdbiPaperStore(database.jdbi()), new MessageIds("lab.example"));
  }

  private static Delivery send(Ledger ledger, int... papers) {
    assertThat(OutboxFixture.plan(ledger, edition(1, papers), Delivery.Planning.at(MORNING)))
        .isPresent();
    Delivery delivery = OutboxFixture.claim(ledger, "here", MORNING).orElseThrow();
    OutboxFixture.sent(ledger, delivery.id(), "250 ok", MORNING);
    return delivery;
  }

  private static void merge(Database database) {
    PaperStore store = new JdbiPaperStore(database.jdbi());
    store.record(
        List.of(
            new Sighting(OutboxFixture.paper(1), List.of(ABSORBED), "arxiv", Map.of(), MORNING)));
    assertThat(store.find(ABSORBED)).isEqualTo(store.find(KEPT)).isPresent();
  }

  private static List<PaperId> shown(Ledger ledger, Delivery delivery) {
    return ledger.deliveries().papers(delivery).stream()
        .map(chosen -> chosen.paper().id())
        .toList();
  }
}
