package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.ids;
import static dev.offprint.selection.TestPapers.preferences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.meaning.BackgroundVectors;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.Progress;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.meaning.VectorStore;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.search.CountingStore;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentPapersTest {
  private final Database database = TestDatabase.H2.fresh();
  private final JdbiPaperStore papers = new JdbiPaperStore(database.jdbi());
  private final CountingStore counting = new CountingStore(papers);
  private Instant now = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

  @AfterEach
  void close() {
    database.close();
  }

  private RecentPapers recent() {
    return new RecentPapers(new IndexedDays(counting), Optional.empty(), () -> now);
  }

  private void add(String id, LocalDate day, String title) {
    papers.record(
        List.of(new Sighting(TestPapers.paper(id, day, 0, title).paper(), "test", Map.of(), now)));
  }

  @Test
  void aNewcomerSeesWhatTheEditionOfTodayWouldHave() {
    add("2405.00001", DAY, "Routing of experts");
    add("2405.00002", DAY.minusDays(7), "Experts");
    add("2405.00003", DAY.minusDays(8), "Experts of last week");
    add("2405.00004", DAY, "Bread");
    Preferences preferences = preferences(Content.MATCHING, 10, "experts", "bread");
    RecentPapers recent = recent();
    DaySelection selection = new DaySelector(papers).on(DAY);
    Plan plan = recent.preview(preferences);
    assertThat(ids(plan)).hasSize(3);
    assertThat(plan).isEqualTo(selection.plan(TestPapers.reader(preferences, Set.of())));

    assertThat(recent.count(new Interest("experts"))).isEqualTo(2);
    assertThat(recent.count(new Interest("nobody wrote this"))).isZero();
    assertThat(recent.preview(preferences(Content.MATCHING, 10, "nobody wrote this")))
        .isInstanceOf(Plan.Nothing.class);
  }

  @Test
  void aCountIsNotLimitedByWhatAnEditionCanHold() {
    for (int i = 10_000; i < 10_400; i++) {
      add("2405." + i, DAY, "Experts");
    }
    assertThat(recent().count(new Interest("experts"))).isEqualTo(400);
  }

  @Test
  void papersAreReadAnewOnlyWhenTheyOrTheDayChange() {
    add("2405.00001", DAY, "Experts");
    RecentPapers recent = recent();
    Interest experts = new Interest("experts");
    recent.refresh();
    recent.refresh();
    assertThat(recent.count(experts)).isEqualTo(1);
    assertThat(counting.announced).isEqualTo(1);

    add("2405.00002", DAY, "More experts");
    assertThat(recent.count(experts)).isEqualTo(1);
    recent.refresh();
    assertThat(recent.count(experts)).isEqualTo(2);

    now = DAY.plusDays(8).atTime(12, 0).toInstant(ZoneOffset.UTC);
    recent.refresh();
    assertThat(recent.count(experts)).isZero();
    assertThat(counting.announced).isEqualTo(3);
  }

  /** What is far from all that means the same. */
  private static final BackgroundVectors IN_GENERAL =
      new BackgroundVectors(
          new float[2],
          List.of(
              new float[] {0.8f, -0.6f}, new float[] {0.75f, -0.66f}, new float[] {0.85f, -0.53f}));

  /** Everything means the same, and somebody watches. */
  private static final class Watched implements SentenceModel, VectorStore {
    private final AtomicInteger queries = new AtomicInteger();
    private final Map<String, float[]> kept = new ConcurrentHashMap<>();

    @Override
    public float[] ofText(String text) {
      return new float[] {0.6f, 0.8f};
    }

    @Override
    public float[] ofQuery(String query) {
      queries.incrementAndGet();
      return new float[] {0.6f, 0.8f};
    }

    @Override
    public Map<String, float[]> find(Collection<String> wanted) {
      Map<String, float[]> found = new ConcurrentHashMap<>(kept);
      found.keySet().retainAll(wanted);
      return found;
    }

    @Override
    public void keep(Map<String, float[]> vectors) {
      kept.putAll(vectors);
    }

    @Override
    public long count() {
      return kept.size();
    }

    @Override
    public void close() {}
  }

  @Test
  void meaningIsTakenInAsItComes() {
    for (int i = 10_000; i < 10_040; i++) {
      add("2405." + i, DAY, "Kittens " + i);
    }
    Watched watched = new Watched();
    StoredVectors vectors =
        new StoredVectors(watched, "watched", () -> watched, Optional.of(IN_GENERAL));
    RecentPapers recent =
        new RecentPapers(new IndexedDays(counting), Optional.of(vectors), () -> now);
    Interest typed = new Interest("kittens that purr in boxes");
    DaySelector selector = new DaySelector(papers, vectors);
    recent.refresh();
    assertThat(recent.count(typed)).isZero();
    assertThat(recent.withoutMeaning()).isEqualTo(40);

    selector.workOutMeanings(DAY, Effort.ONE_THREAD, (done, all) -> done == 0);
    recent.refresh();
    assertThat(recent.withoutMeaning()).isEqualTo(24);
    assertThat(recent.count(typed)).isEqualTo(16);
    recent.refresh();
    assertThat(counting.announced).as("reads anew only for what came").isEqualTo(2);

    selector.workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    recent.refresh();
    recent.refresh();
    assertThat(recent.count(typed)).isEqualTo(40);
    assertThat(counting.announced).isEqualTo(3);
  }

  @Test
  void whatStrangersTypeIsWorkedOutOnceAndNeverKept() {
    add("2405.00001", DAY, "Kittens and cats");
    Watched watched = new Watched();
    StoredVectors vectors =
        new StoredVectors(watched, "watched", () -> watched, Optional.of(IN_GENERAL));
    new DaySelector(papers, vectors).workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    RecentPapers recent =
        new RecentPapers(new IndexedDays(papers), Optional.of(vectors), () -> now);
    String typed = "kittens that purr in boxes";

    assertThat(recent.preview(preferences(Content.MATCHING, 10, typed)))
        .isInstanceOf(Plan.Papers.class);
    assertThat(recent.count(new Interest(typed))).isEqualTo(1);
    add("2405.00002", DAY, "Other kittens");
    new DaySelector(papers, vectors).workOutMeanings(DAY, Effort.ONE_THREAD, Progress.LOGGED);
    recent.refresh();
    assertThat(recent.count(new Interest(typed))).isEqualTo(2);
    // The two papers' alone.
    assertThat(watched.kept).hasSize(2);
    assertThat(watched.queries).hasValue(1);

    for (int i = 0; i < 2_000; i++) {
      recent.count(new Interest("something else like number" + i));
    }
    assertThat(recent.count(new Interest(typed))).isEqualTo(2);
    assertThat(watched.queries).as("forgotten meanwhile").hasValue(2_002);
    assertThat(watched.kept).hasSize(2);
  }
}
