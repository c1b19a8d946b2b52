package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.JdbiHarvestStore;
import dev.offprint.sources.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HarvestJobTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-04T12:00:00Z"));

  private final Logger logger = (Logger) LoggerFactory.getLogger(HarvestJob.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Database database = TestDatabase.H2.fresh();
  private final Away source = new Away();
  private final HarvestJob job =
      new HarvestJob(
          List.of(source),
          new Harvester(
              new JdbiPaperStore(database.jdbi()),
              new JdbiHarvestStore(database.jdbi()),
              harvest -> {},
              CLOCK),
          CLOCK);

  @BeforeEach
  void listen() {
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
    logger.setLevel(null);
    database.close();
  }

  /** It has three days, and is not there from one of them on. */
  private static final class Away implements Source {
    LocalDate awayFrom = TODAY.minusDays(2);
    final List<LocalDate> asked = new ArrayList<>();

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public List<LocalDate> days(@Nullable LocalDate answered, Instant now) {
      return TODAY.minusDays(2).datesUntil(TODAY.plusDays(1)).toList();
    }

    @Override
    public HarvestOutcome harvest(LocalDate day) {
      asked.add(day);
      if (day.isBefore(awayFrom)) {
        return new HarvestOutcome.NothingNew("quiet");
      }
      return new HarvestOutcome.Unreachable(
          day.equals(awayFrom) ? "connection refused" : "left alone until 12:01:00");
    }
  }

  private List<String> said() {
    return lines.list.stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .toList();
  }

  @Test
  void aSourceThatIsAwayIsOneLineForAllItsDays() {
    job.harvestAll();
    assertThat(source.asked).hasSize(3);
    assertThat(said())
        .containsExactly(
            "WARN scripted 2026-03-02 to 2026-03-04: not reached, connection refused; left alone"
                + " until 12:01:00");
  }

  @Test
  void oneDayThatIsNotReachedIsNamedAlone() {
    source.awayFrom = TODAY;
    job.harvestAll();
    assertThat(said())
        .containsExactly(
            "INFO scripted 2026-03-02: nothing new, quiet",
            "INFO scripted 2026-03-03: nothing new, quiet",
            "WARN scripted 2026-03-04: not reached, connection refused");
  }
}
