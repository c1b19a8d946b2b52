package dev.offprint.papers;

import static dev.offprint.papers.Sighting.Certainty.DERIVED;
import static dev.offprint.papers.Sighting.Certainty.GUESSED;
import static dev.offprint.papers.Sighting.Certainty.STATED;
import static dev.offprint.papers.Works.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On which day a paper was announced, when sources know it better or worse. */
class AnnouncementClaimsTest {
  private static final LocalDate ANNOUNCED = LocalDate.of(2024, 5, 24);
  private static final LocalDate FIRST_OF_MONTH = LocalDate.of(2024, 5, 1);
  private static final PaperId ID = new PaperId("2405.00001");

  private static Sighting seen(String source, LocalDate day, Sighting.Certainty certainty) {
    return seen(source, day, certainty, NOON);
  }

  private static Sighting seen(
      String source, LocalDate day, Sighting.Certainty certainty, Instant at) {
    Paper paper =
        new Paper(
            ID,
            "Quokkas under sparse routing",
            "",
            List.of(),
            List.of(),
            new Paper.Links(null, null, null),
            new Paper.Dates(null, day, null));
    return new Sighting(paper, List.of(), source, Map.of(), at, certainty);
  }

  /** The day that the store has of it, in whatever order and grouping the sightings come. */
  private static LocalDate day(Sighting... sightings) {
    List<Sighting> forwards = List.of(sightings);
    List<Sighting> backwards = new java.util.ArrayList<>(forwards);
    Collections.reverse(backwards);
    LocalDate one = oneByOne(forwards);
    assertThat(oneByOne(backwards)).isEqualTo(one);
    try (Database database = TestDatabase.H2.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(forwards);
      assertThat(announced(store)).isEqualTo(one);
    }
    return one;
  }

  private static LocalDate oneByOne(List<Sighting> sightings) {
    try (Database database = TestDatabase.H2.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      sightings.forEach(sighting -> store.record(List.of(sighting)));
      return announced(store);
    }
  }

  private static LocalDate announced(PaperStore store) {
    return store.find(ID).orElseThrow().paper().dates().announced();
  }

  @Test
  void aReplacementDoesNotMakeARecentPaperOld() {
    assertThat(day(seen("arxiv", ANNOUNCED, STATED), seen("arxiv", FIRST_OF_MONTH, GUESSED)))
        .isEqualTo(ANNOUNCED);
  }

  @Test
  void whatIsOnlyGuessedIsTheEarliestGuess() {
    assertThat(day(seen("arxiv", FIRST_OF_MONTH, GUESSED), seen("blog", ANNOUNCED, GUESSED)))
        .isEqualTo(FIRST_OF_MONTH);
  }

  @Test
  void theTimeOfSubmissionGivesWayToWhatTheSameSourceStates() {
    LocalDate earliest = ANNOUNCED.minusDays(9);

    assertThat(day(seen("arxiv", earliest, DERIVED), seen("arxiv", ANNOUNCED, STATED)))
        .isEqualTo(ANNOUNCED);
    assertThat(day(seen("arxiv", earliest, DERIVED), seen("arxiv", FIRST_OF_MONTH, GUESSED)))
        .isEqualTo(earliest);
  }

  @Test
  void aListThatTakesUpAnOlderPaperDoesNotMakeItNew() {
    LocalDate earlier = ANNOUNCED.minusDays(20);

    assertThat(day(seen("arxiv", earlier, DERIVED), seen("huggingface", ANNOUNCED, STATED)))
        .isEqualTo(earlier);
    assertThat(day(seen("arxiv", earlier, STATED), seen("huggingface", ANNOUNCED, STATED)))
        .isEqualTo(earlier);
  }

  @ParameterizedTest
  @EnumSource
  void anEditionThatHadItByAGuessIsStillFound(TestDatabase kind) {
    LocalDate today = NOON.atZone(ZoneOffset.UTC).toLocalDate();
    try (Database database = kind.fresh()) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      store.record(List.of(seen("blog", today, GUESSED)));
      store.record(List.of(seen("arxiv", today.plusDays(3), STATED)));

      JdbiPaperNames.Name name = name(database);
      assertThat(name.announced()).isEqualTo(today.plusDays(3));
      assertThat(name.earliest()).isEqualTo(today);
    }
  }

  @Test
  void aGuessOfLongAgoIsNoReasonToLookThroughOldEditions() {
    try (Database database = TestDatabase.H2.fresh()) {
      new JdbiPaperStore(database.jdbi())
          .record(
              List.of(
                  seen("huggingface", ANNOUNCED, STATED),
                  seen("arxiv", LocalDate.of(2019, 1, 1), GUESSED)));

      assertThat(name(database).earliest()).isEqualTo("2024-05-19");
    }
  }

  private static JdbiPaperNames.Name name(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                Objects.requireNonNull(
                    JdbiPaperNames.of(handle, List.of(ID.value())).get(ID.value())));
  }
}
