package dev.offprint.schedule;

import dev.offprint.subscribers.SubscriberStore;
import java.time.InstantSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts right when subscribers are next due, each night and whenever the clock was set. */
@DisallowConcurrentExecution
public final class DueJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(DueJob.class);

  private final SubscriberStore subscribers;
  private final InstantSource clock;

  public DueJob(SubscriberStore subscribers, InstantSource clock) {
    this.subscribers = subscribers;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    correct();
  }

  /** Puts it right now. */
  public void correct() {
    try {
      int corrected = subscribers.correctNextDue(clock.instant());
      if (corrected > 0) {
        LOG.warn(
            "{} subscribers were due later than they asked for, by a clock that was wrong; they are"
                + " due at their own hour again",
            corrected);
      }
    } catch (RuntimeException e) {
      LOG.error("when subscribers are due was not checked; it is done the next night", e);
    }
  }
}
