package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.meaning.KeptVectors;
import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.selection.EditionPlanner;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What interests mean is worked out soon after they were written, each once. */
class MeaningJobTest {
  private final Database database = TestDatabase.H2.fresh();
  private final SubscriberStore subscribers = new JdbiSubscriberStore(database.jdbi());
  private final List<String> workedOut = Collections.synchronizedList(new ArrayList<>());
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  private final MeaningJob job =
      new MeaningJob(
          new EditionPlanner(
              new JdbiPaperStore(database.jdbi()),
              new KeptVectors(new MemoryVectors(), "test", Recorder::new)),
          subscribers,
          () -> now);

  private final class Recorder implements SentenceModel {
    @Override
    public float[] ofText(String text) {
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
    return subscribers
        .add(EmailAddress.of(address), status, preferences(interests), now)
        .orElseThrow();
  }

  @Test
  void whatWasWrittenBeforeTheStartAndAfterItIsWorkedOutOnce() {
    add("ada@lab.example", Subscriber.Status.ACTIVE, "protein folding", "graph colouring");
    Subscriber emmy = add("emmy@lab.example", Subscriber.Status.PENDING, "protein folding");
    add("gone@lab.example", Subscriber.Status.UNSUBSCRIBED, "quantum gravity");
    now = now.plus(Duration.ofHours(1));
    job.workOut();
    assertThat(workedOut).containsExactlyInAnyOrder("protein folding", "graph colouring");

    subscribers.setPreferences(emmy.id(), preferences("spin glasses"), now);
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
