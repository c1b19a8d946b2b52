package dev.offprint.schedule;

import dev.offprint.planning.EditionPlanner;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans the editions whose hour has come. */
@DisallowConcurrentExecution
public final class PlanJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PlanJob.class);

  private final EditionPlanner editions;
  private final Runnable planned;

  /**
   * A job that plans.
   *
   * @param planned told when an edition was planned, so that sending begins at once
   */
  public PlanJob(EditionPlanner editions, Runnable planned) {
    this.editions = editions;
    this.planned = planned;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      EditionPlanner.Planned result = editions.planDue();
      if (result.editions() + result.skipped() > 0) {
        LOG.info("planned {} editions, skipped {}", result.editions(), result.skipped());
        planned.run();
      }
    } catch (RuntimeException e) {
      LOG.error("planning failed; it is tried again in a minute", e);
    }
  }
}
