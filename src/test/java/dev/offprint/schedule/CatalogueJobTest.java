package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.search.PaperCatalogue;
import dev.offprint.selection.IndexedDays;
import dev.offprint.selection.RecentPapers;
import dev.offprint.selection.TestPapers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CatalogueJobTest {
  @TempDir Path data;

  @Test
  void aDatabaseThatFailsItIsToldOnceInALine() {
    Logger log = (Logger) LoggerFactory.getLogger(CatalogueJob.class);
    ListAppender<ILoggingEvent> told = new ListAppender<>();
    told.start();
    Database database = TestDatabase.H2.fresh();
    JdbiPaperStore papers = new JdbiPaperStore(database.jdbi());
    RecentPapers recent =
        new RecentPapers(new IndexedDays(papers), Optional.empty(), () -> Instant.EPOCH);
    try (PaperCatalogue catalogue = new PaperCatalogue(papers, data.resolve("search"))) {
      CatalogueJob job = new CatalogueJob(catalogue, recent);
      database.close();
      log.addAppender(told);
      job.takeIn();
      job.takeIn();
    } finally {
      log.detachAppender(told);
    }
    assertThat(told.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getFormattedMessage())
                  .startsWith("taking new papers into the search failed; it is tried again");
              assertThat(event.getThrowableProxy()).isNull();
            });
  }

  @Test
  void itStopsBetweenTwoStepsAndLeavesItsThreadAlone() {
    try (Database database = TestDatabase.H2.fresh()) {
      JdbiPaperStore papers = new JdbiPaperStore(database.jdbi());
      papers.record(
          List.of(
              new Sighting(
                  TestPapers.paper("2405.00001", "Experts", "").paper(),
                  "test",
                  Map.of(),
                  Instant.parse("2024-05-23T12:00:00Z"))));
      RecentPapers recent =
          new RecentPapers(new IndexedDays(papers), Optional.empty(), () -> Instant.EPOCH);
      try (PaperCatalogue catalogue = new PaperCatalogue(papers, data.resolve("search"))) {
        CatalogueJob stopped = new CatalogueJob(catalogue, recent);
        stopped.interrupt();
        stopped.takeIn();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(catalogue.isComplete()).isFalse();
        assertThat(recent.isReady()).isFalse();

        new CatalogueJob(catalogue, recent).takeIn();
        assertThat(catalogue.isComplete()).isTrue();
        assertThat(recent.isReady()).isTrue();
      }
    }
  }
}
