package dev.offprint.schedule;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.offprint.db.Damage;
import dev.offprint.db.DatabaseOutage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Keeps from the log what Quartz says of a database that fails it: the same stack of seventy lines
 * at each of its steps. A database that is out of reach is told in a line instead. One of H2 that
 * closed itself is told by whoever ends the daemon for it. All else that Quartz says stays.
 *
 * <p>The configuration of the log names it, in {@code dev/offprint/log-*.xml}.
 */
public final class TimetableFailures extends TurboFilter {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(TimetableFailures.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final InstantSource clock;
  private @Nullable Instant toldAt;
  private boolean isFailing;

  public TimetableFailures() {
    this(InstantSource.system());
  }

  TimetableFailures(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable failure) {
    // This is asked of every line of the log, those that are not written included.
    if (!logger.getName().startsWith("org.quartz.")) {
      return FilterReply.NEUTRAL;
    }
    // It may also stand behind what is put into the message.
    Throwable cause =
        failure == null ? MessageFormatter.getThrowableCandidate(parameters) : failure;
    return cause != null && isOfStorage(cause) ? FilterReply.DENY : FilterReply.NEUTRAL;
  }

  private synchronized boolean isOfStorage(Throwable failure) {
    if (Damage.hasStoppedWriting(failure)) {
      isFailing = true;
      return true;
    }
    if (DatabaseOutage.isIn(failure)) {
      isFailing = true;
      tell(failure);
      return true;
    }
    // Quartz waits between its attempts, which a daemon that ends does not let it do.
    return isFailing && isInterrupted(failure);
  }

  private void tell(Throwable failure) {
    Instant now = clock.instant();
    if (toldAt == null || now.isAfter(toldAt.plus(PAUSE))) {
      toldAt = now;
      Throwable root = failure;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      LOG.error(
          "the timetable and its jobs cannot use the database; they try again: {}",
          String.valueOf(root.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static boolean isInterrupted(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }
}
