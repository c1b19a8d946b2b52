package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.groups.MemoryGroups;
import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.selection.DaySelector;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What papers and interests mean is worked out soon after they came, each once. */
class MeaningJobTest {
  private final Database database = TestDatabase.H2.fresh();
  private final SubscriberStore subscribers = new JdbiSubscriberStore(database.jdbi());
  private final List<String> workedOut = Collections.synchronizedList(new ArrayList<>());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  private final List<String> papersWorkedOut = new ArrayList<>();
  private final JdbiPaperStore papers = new JdbiPaperStore(database.jdbi());
  private Runnable onPaper = () -> {};
  private Supplier<SentenceModel> model = Recorder::new;

  private final MeaningJob job =
      new MeaningJob(
          new DaySelector(
              papers, new StoredVectors(new MemoryVectors(), "test", () -> model.get())),
          subscribers,
          new MemoryGroups(),
          () -> now);

  private final class Recorder implements SentenceModel {
    @Override
    public float[] ofText(String text) {
      papersWorkedOut.add(text.strip());
      onPaper.run();
      return new float[] {1};
    }

    @Override
    public float[] ofQuery(String query) {
      workedOut.add(query);
      return new float[] {1};
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Preferences preferences(String... interests) {
    return new Preferences(
        Preferences.Content.BOTH,
        Stream.of(interests).map(Interest::new).toList(),
        10,
        Timing.usual(ZoneOffset.UTC),
        Preferences.Format.HTML);
  }

  private Subscriber add(String address, Subscriber.Status status, String... interests) {
    return Members.of(database)
        .add(EmailAddress.of(address), status, preferences(interests), now)
        .orElseThrow();
  }

  private void announce(String title, LocalDate day) {
    papers.record(
        List.of(
            new Sighting(
                new Paper(
                    new PaperId(title.replace(' ', '-')),
                    title,
                    "",
                    List.of(),
                    List.of(),
                    new Paper.Links(null, null, null),
                    new Paper.Dates(null, day, null)),
                "test",
                Map.of(),
                now)));
  }

  @Test
  void theNewestPapersComeFirstAndEachOnce() {
    announce("of the day before", TODAY.minusDays(1));
    announce("of today", TODAY);
    announce("of tomorrow, where it is tomorrow already", TODAY.plusDays(1));
    announce("of last month", TODAY.minusDays(30));
    announce("of last week", TODAY.minusDays(7));
    job.workOut();
    job.workOut();
    assertThat(papersWorkedOut)
        .containsExactly(
            "of tomorrow, where it is tomorrow already",
            "of today",
            "of the day before",
            "of last week");
  }

  @Test
  void papersThatComeMeanwhileAreNotKeptWaitingForOlderOnes() {
    for (int i = 100; i < 400; i++) {
      announce("older " + i, TODAY.minusDays(3));
    }
    onPaper =
        () -> {
          if (papersWorkedOut.size() == 20) {
            announce("new", TODAY);
          }
        };
    job.workOut();
    assertThat(papersWorkedOut).hasSize(301);
    assertThat(papersWorkedOut.indexOf("new")).isEqualTo(256);
  }

  @Test
  void aModelThatCannotBeUsedIsTriedAgainInAnHour() {
    announce("of today", TODAY);
    AtomicInteger opened = new AtomicInteger();
    model =
        () -> {
          opened.incrementAndGet();
          return OnnxSentenceModel.open(Path.of("no/such/folder"));
        };
    job.workOut();
    now = now.plus(Duration.ofMinutes(59));
    job.workOut();
    assertThat(opened).hasValue(1);

    model = Recorder::new;
    now = now.plus(Duration.ofMinutes(1));
    job.workOut();
    assertThat(papersWorkedOut).containsExactly("of today");
  }

  @Test
  void whatWasWrittenBeforeTheStartAndAfterItIsWorkedOutOnce() {
    add("ada@lab.example", Subscriber.Status.ACTIVE, "protein folding", "graph colouring");
    Subscriber emmy = add("emmy@lab.example", Subscriber.Status.PENDING, "protein folding");
    add("gone@lab.example", Subscriber.Status.UNSUBSCRIBED, "quantum gravity");
    now = now.plus(Duration.ofHours(1));
    job.workOut();
    assertThat(workedOut).containsExactlyInAnyOrder("protein folding", "graph colouring");

    Members.of(database).setPreferences(emmy.id(), preferences("spin glasses"), now);
    now = now.plus(Duration.ofMinutes(5));
    job.workOut();
    assertThat(workedOut).hasSize(3).contains("spin glasses");
  }

  /** It may be in a transaction that ends after the look, with a time from before it. */
  @Test
  void whatWasWrittenDuringTheLastLookIsSeenByTheNext() {
    job.workOut();
    add("ada@lab.example", Subscriber.Status.ACTIVE, "protein folding");
    now = now.plus(Duration.ofMinutes(5));
    job.workOut();
    assertThat(workedOut).containsExactly("protein folding");
  }
}
