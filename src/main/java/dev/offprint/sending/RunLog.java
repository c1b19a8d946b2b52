package dev.offprint.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line in the log for each run of the daemon: from planning, or from the first mail, until
 * nothing is left to do. Safe for use by the thread that plans and the one that sends.
 */
public final class RunLog {
  private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

  private final InstantSource clock;
  private boolean planning;
  private @Nullable Instant begun;
  private Instant plannedAt = Instant.MIN;
  private int planned;
  private int sent;
  private int deferred;
  private int failed;
  private int skipped;

  public RunLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Planning begins; what is sent meanwhile belongs to the same run. */
  public synchronized void planning() {
    planning = true;
    if (begun == null) {
      begun = clock.instant();
    }
  }

  /**
   * Planning has ended, however it did.
   *
   * @param editions that are to be sent
   * @param nothing subscribers for whom there was nothing
   */
  public synchronized void planned(int editions, int nothing) {
    planning = false;
    plannedAt = clock.instant();
    planned += editions;
    skipped += nothing;
    if (planned == 0 && isEmpty()) {
      begun = null;
    } else if (editions == 0) {
      end(); // There is nothing to wait for.
    }
  }

  /** Sending began then, and did this until nothing was due or the relay was away. */
  synchronized void drained(Instant since, DispatchReport report) {
    sent += report.sent();
    deferred += report.deferred();
    failed += report.failed();
    skipped += report.skipped();
    if (begun == null && !isEmpty()) {
      begun = since;
    }
    // One that began earlier may not have seen all that was planned; another follows.
    if (begun != null && !planning && !since.isBefore(plannedAt)) {
      end();
    }
  }

  private boolean isEmpty() {
    return sent + deferred + failed + skipped == 0;
  }

  private void end() {
    Instant now = clock.instant();
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "run: {} planned, {} sent, {} deferred, {} failed, {} skipped, took {}",
          planned,
          sent,
          deferred,
          failed,
          skipped,
          inWords(Duration.between(begun == null ? now : begun, now)));
    }
    begun = null;
    planned = 0;
    sent = 0;
    deferred = 0;
    failed = 0;
    skipped = 0;
  }

  /** "0.4 s", "12 min 5 s". */
  private static String inWords(Duration time) {
    return time.toMinutes() == 0
        ? String.format(Locale.ROOT, "%.1f s", Math.max(0, time.toMillis()) / 1_000.0)
        : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
