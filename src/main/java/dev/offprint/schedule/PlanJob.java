package dev.offprint.schedule;

import dev.offprint.db.NodeShare;
import dev.offprint.ledger.ClaimStore;
import dev.offprint.planning.ClockCheck;
import dev.offprint.planning.EditionPlanner;
import dev.offprint.sending.RecurringFailure;
import dev.offprint.sending.RunLog;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans the editions whose hour has come, on each node for its part of the subscribers. */
@DisallowConcurrentExecution
public final class PlanJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PlanJob.class);
  private final RecurringFailure failure =
      new RecurringFailure(LOG, "planning failed; it is tried again in a minute");

  private final EditionPlanner editions;
  private final ClockCheck clockCheck;
  private final ClaimStore claims;
  private final Supplier<NodeShare> share;
  private final RunLog runs;
  private final Runnable planned;
  private @Nullable String lastProblem;

  /**
   * A job that plans.
   *
   * @param claims tells whether sending is paused
   * @param share whom to plan for, of those whom the nodes divide among them
   * @param runs is told what was planned
   * @param planned told when an edition was planned, so that sending begins at once
   */
  public PlanJob(
      EditionPlanner editions,
      ClockCheck clockCheck,
      ClaimStore claims,
      Supplier<NodeShare> share,
      RunLog runs,
      Runnable planned) {
    this.runs = runs;
    this.editions = editions;
    this.clockCheck = clockCheck;
    this.claims = claims;
    this.share = share;
    this.planned = planned;
  }

  /** Why planning failed the last time; empty when it did not. */
  public Optional<String> problem() {
    return failure.current();
  }

  /** What is wrong is said once, and not every minute. */
  private boolean isClockWrong() {
    Optional<String> problem = clockCheck.problem();
    if (problem.isPresent() && lastProblem == null) {
      LOG.error("{}", problem.get());
    }
    lastProblem = problem.orElse(null);
    return problem.isPresent();
  }

  private EditionPlanner.Planned plan() {
    EditionPlanner.Planned result = EditionPlanner.Planned.NOTHING;
    runs.planning();
    try {
      result = editions.planDue(share.get());
      return result;
    } finally {
      runs.planned(result.editions(), result.skipped());
    }
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      // While sending is paused, nobody's edition grows old: it is planned when it can be sent.
      if (isClockWrong() || claims.pausedSince().isPresent()) {
        return;
      }
      EditionPlanner.Planned result = plan();
      failure.over();
      if (result.editions() + result.skipped() > 0) {
        planned.run();
      }
    } catch (RuntimeException e) {
      failure.happened(e);
    }
  }
}
