package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of feedback, on every database. */
@ParameterizedClass
@EnumSource
class FeedbackStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");

  private final Database database;
  private final PaperStore papers;
  private final FeedbackStore store;
  private final long ada;

  FeedbackStoreTest(TestDatabase kind) {
    database = kind.fresh();
    papers = new JdbiPaperStore(database.jdbi());
    store = new JdbiFeedbackStore(database.jdbi());
    ada = subscriber("ada@example.org");
    papers.record(
        IntStream.rangeClosed(1, 150)
            .mapToObj(number -> sighting(id(number), "Paper " + number, List.of()))
            .toList());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private long subscriber(String address) {
    Preferences preferences =
        new Preferences(
            Content.TRENDING, List.of(), 10, Timing.usual(ZoneId.of("UTC")), Format.HTML);
    return Members.of(database)
        .add(EmailAddress.of(address), Subscriber.Status.ACTIVE, preferences, NOW)
        .orElseThrow()
        .id();
  }

  private static PaperId id(int number) {
    return new PaperId("2401.%05d".formatted(number));
  }

  private static Sighting sighting(PaperId id, String title, List<PaperId> aliases) {
    Paper paper =
        new Paper(
            id,
            title,
            "",
            List.of(),
            List.of(),
            new Paper.Links(null, null, null),
            new Paper.Dates(null, LocalDate.of(2026, 11, 23), null));
    return new Sighting(paper, aliases, "arxiv", Map.of(), NOW);
  }

  private void say(int number, Judgment judgment, int second) {
    store.say(ada, id(number), judgment, NOW.plusSeconds(second));
  }

  /** Lets the second paper become one with the first. */
  private void merge(int kept, int absorbed) {
    papers.record(List.of(sighting(id(kept), "Paper " + kept, List.of(id(absorbed)))));
    assertThat(papers.find(id(absorbed))).isEqualTo(papers.find(id(kept)));
  }

  private int rows() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from feedback").mapTo(Integer.class).one());
  }

  @Test
  void whoSaidNothingHasNoFeedback() {
    assertThat(store.of(ada)).isEqualTo(Feedback.NONE);
    assertThat(store.of(List.of(ada))).isEmpty();
    assertThat(store.of(List.of())).isEmpty();
  }

  @Test
  void theLatestIsFirst() {
    say(1, Judgment.MORE, 1);
    say(2, Judgment.LESS, 2);
    say(3, Judgment.MORE, 3);
    say(4, Judgment.LESS, 4);
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(id(3), id(1)), List.of(id(4), id(2))));
  }

  @Test
  void theLaterWordCounts() {
    say(1, Judgment.MORE, 1);
    say(1, Judgment.LESS, 2);
    say(1, Judgment.LESS, 3);
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(), List.of(id(1))));
  }

  @Test
  void whatIsTakenBackIsForgotten() {
    say(1, Judgment.MORE, 1);
    say(2, Judgment.MORE, 2);
    store.takeBack(ada, id(1));
    store.takeBack(ada, id(3));
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(id(2)), List.of()));
  }

  @Test
  void onlyKnownPapersAndSubscribersAreKept() {
    store.say(ada, new PaperId("never-seen"), Judgment.MORE, NOW);
    store.say(ada + 1, id(1), Judgment.MORE, NOW);
    store.takeBack(ada, new PaperId("never-seen"));
    assertThat(rows()).isZero();
  }

  @Test
  void aHundredAreKeptAndTheOldestFallsAway() {
    for (int number = 1; number <= FeedbackStore.MOST + 2; number++) {
      say(number, number % 2 == 0 ? Judgment.MORE : Judgment.LESS, number);
    }
    assertThat(rows()).isEqualTo(FeedbackStore.MOST);
    assertThat(store.of(ada).more()).hasSize(50).doesNotContain(id(2)).contains(id(102));
    assertThat(store.of(ada).less()).hasSize(50).doesNotContain(id(1)).contains(id(101));
    say(102, Judgment.LESS, 200);
    assertThat(rows()).isEqualTo(FeedbackStore.MOST);
  }

  @Test
  void whatIsSaidNowIsKeptEvenIfTheClockWasPutBack() {
    for (int number = 1; number <= FeedbackStore.MOST; number++) {
      say(number, Judgment.MORE, 1_000);
    }
    say(150, Judgment.LESS, 0);
    assertThat(store.of(ada).less()).containsExactly(id(150));
  }

  @Test
  void papersThatBecomeOneAreOneJudgmentByTheIdOfNow() {
    say(2, Judgment.MORE, 1);
    merge(1, 2);
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(id(1)), List.of()));
    store.say(ada, id(1), Judgment.LESS, NOW.plusSeconds(2));
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(), List.of(id(1))));
    store.takeBack(ada, id(2));
    assertThat(rows()).isZero();
  }

  @Test
  void ofTwoPapersThatBecomeOneTheLaterWordCounts() {
    say(1, Judgment.MORE, 2);
    say(2, Judgment.LESS, 1);
    say(3, Judgment.LESS, 3);
    say(4, Judgment.MORE, 4);
    merge(1, 2);
    merge(3, 4);
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(id(3), id(1)), List.of()));
    store.takeBack(ada, id(1));
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(id(3)), List.of()));
  }

  @Test
  void manySubscribersAreReadInTwoQueries() {
    long bob = subscriber("bob@example.org");
    say(1, Judgment.MORE, 1);
    store.say(bob, id(1), Judgment.LESS, NOW);
    List<String> queries = new ArrayList<>();
    database
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                queries.add(context.getRenderedSql());
              }
            });
    List<Long> round = LongStream.range(ada, ada + 2_000L).boxed().toList();
    assertThat(store.of(round))
        .isEqualTo(
            Map.of(
                ada, new Feedback(List.of(id(1)), List.of()),
                bob, new Feedback(List.of(), List.of(id(1)))));
    assertThat(queries).hasSize(2);
  }

  @Test
  void whoIsErasedLeavesNoFeedback() {
    say(1, Judgment.MORE, 1);
    database
        .jdbi()
        .useHandle(handle -> handle.execute("delete from subscribers where id = ?", ada));
    assertThat(rows()).isZero();
  }

  @Test
  void twoClicksAtOnceAreOneJudgment() throws Exception {
    try (var executor = Executors.newFixedThreadPool(4)) {
      Callable<Boolean> click =
          () -> {
            store.say(ada, id(1), Judgment.MORE, NOW);
            return true;
          };
      for (Future<Boolean> done : executor.invokeAll(List.of(click, click, click, click))) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(store.of(ada)).isEqualTo(new Feedback(List.of(id(1)), List.of()));
  }
}
