package dev.offprint.schedule;

import dev.offprint.ledger.RetentionStore;
import dev.offprint.subscribers.Membership;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets who left a while ago; that their address must not be mailed stays known by its hash. */
@DisallowConcurrentExecution
public final class FormerJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(FormerJob.class);

  private final Membership membership;
  private final RetentionStore retention;
  private final int days;
  private final InstantSource clock;
  private final Portions portions = new Portions();

  /**
   * Forgets each so many days after they left.
   *
   * @param days 1 or more
   */
  public FormerJob(Membership membership, RetentionStore retention, int days, InstantSource clock) {
    this.membership = membership;
    this.retention = retention;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      int forgotten = forget();
      if (forgotten > 0) {
        LOG.info("forgot {} who left more than {} days ago", forgotten, days);
      }
    } catch (RuntimeException e) {
      LOG.error("forgetting who left failed; it is tried again in the next night", e);
    }
  }

  int forget() {
    Instant before = clock.instant().minus(Duration.ofDays(days));
    return portions.all(() -> membership.forgetWhoLeft(before, retention::countForgotten));
  }

  @Override
  public void interrupt() {
    portions.stop();
  }
}
