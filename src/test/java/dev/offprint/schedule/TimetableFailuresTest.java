package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.JobPersistenceException;
import org.slf4j.LoggerFactory;

class TimetableFailuresTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final SQLException closed =
      new SQLException("The database has been closed", "90098", ErrorCode.DATABASE_IS_CLOSED);
  private final SQLException full =
      new SQLException(
          "IO Exception", "90028", ErrorCode.IO_EXCEPTION_1, new IOException("No space left"));
  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final Logger own = (Logger) LoggerFactory.getLogger(TimetableFailures.class);
  private Instant now = NOON;

  @BeforeEach
  void listen() {
    TurboFilter filter = new TimetableFailures(() -> now);
    filter.start();
    context.addTurboFilter(filter);
    written.setContext(context);
    written.start();
    context.getLogger("ROOT").addAppender(written);
    told.start();
    own.addAppender(told);
  }

  @AfterEach
  void stop() {
    own.detachAppender(told);
  }

  private void quartzSays(String message, Throwable failure) {
    Logger log = context.getLogger("org.quartz.impl.jdbcjobstore.JobStoreTX");
    log.error(message, failure);
    // As it says that a transaction cannot be rolled back.
    log.error("{}: {}", message, failure.getMessage(), failure);
  }

  private List<String> written() {
    return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private List<String> told() {
    return told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void ofADatabaseThatClosedItselfOnAFullDiskQuartzSaysNothing() {
    quartzSays("Couldn't rollback jdbc connection.", closed);
    quartzSays("Couldn't store trigger", new JobPersistenceException("no", full));
    // What ends the daemon for it interrupts the wait for another attempt.
    quartzSays("An error occurred", new JobPersistenceException("no", new InterruptedException()));

    assertThat(written()).isEmpty();
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "53100"})
  void aDatabaseOutOfReachIsToldInALineAndAgainTenMinutesLater(String state) {
    SQLException lost = new SQLException("connection refused\nand more", state);
    for (int minute = 0; minute <= 10; minute++) {
      now = NOON.plusSeconds(60L * minute);
      quartzSays("Error managing cluster", new JobPersistenceException("no", lost));
      quartzSays("Error handling misfires", new SQLTransientConnectionException("timeout", lost));
    }

    String line =
        "the timetable and its jobs cannot use the database; they try again: connection refused";
    assertThat(told()).containsExactly(line);
    now = now.plusSeconds(1);
    quartzSays("Error managing cluster", lost);
    assertThat(told()).containsExactly(line, line);
    assertThat(told.list).allMatch(event -> event.getThrowableProxy() == null);
    assertThat(written()).isEmpty();
  }

  @Test
  void whateverElseQuartzSaysStays() {
    quartzSays("A job failed", new IllegalStateException("a mistake"));
    quartzSays("A row is wrong", new SQLException("duplicate key", "23505"));
    quartzSays("A wait was interrupted", new InterruptedException());
    context.getLogger("org.quartz.core.ErrorLogger").error("a line without a failure");

    assertThat(written()).hasSize(7);
  }

  @Test
  void whatOthersSayOfADatabaseStays() {
    context.getLogger("dev.offprint.sending.DispatchLoop").error("sending was interrupted", closed);

    assertThat(written()).containsExactly("sending was interrupted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void theLogOfOperatorsHasItInBothForms(String form) throws Exception {
    LoggerContext configured = new LoggerContext();
    configured.putProperty("OFFPRINT_LOG_FORMAT", form);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(configured);
    configurator.doConfigure(Path.of("config/logging.xml").toFile());

    assertThat(configured.getTurboFilterList())
        .hasExactlyElementsOfTypes(TimetableFailures.class)
        .allMatch(TurboFilter::isStarted);
    configured.stop();
  }
}
