package dev.offprint.schedule;

import dev.offprint.ledger.RetentionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the ledger forget what is older than it is kept, a portion at a time. */
@DisallowConcurrentExecution
public final class ForgetJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetJob.class);

  private final RetentionStore retention;
  private final int keptDays;
  private final InstantSource clock;
  private final Portions portions = new Portions();

  public ForgetJob(RetentionStore retention, int keptDays, InstantSource clock) {
    this.retention = retention;
    this.keptDays = keptDays;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      int forgotten = forget();
      if (forgotten > 0) {
        LOG.info(
            "forgot {} deliveries that were settled more than {} days ago", forgotten, keptDays);
      }
    } catch (RuntimeException e) {
      LOG.error("forgetting old deliveries failed; it is tried again in the next night", e);
    }
  }

  int forget() {
    Instant before = clock.instant().minus(Duration.ofDays(keptDays));
    return portions.all(() -> retention.forget(before));
  }

  @Override
  public void interrupt() {
    portions.stop();
  }
}
