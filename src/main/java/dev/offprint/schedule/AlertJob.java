package dev.offprint.schedule;

import dev.offprint.sending.RecurringFailure;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what the operator is to be told by mail. */
@DisallowConcurrentExecution
public final class AlertJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(AlertJob.class);
  private final RecurringFailure failure =
      new RecurringFailure(LOG, "looking for what is wrong failed; it is tried again in an hour");

  private final Callable<Optional<String>> look;

  /**
   * A job that looks.
   *
   * @param look says why a mail that was due did not leave
   */
  public AlertJob(Callable<Optional<String>> look) {
    this.look = look;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      look.call().ifPresent(why -> LOG.error("{}", why));
      failure.over();
    } catch (Exception e) {
      failure.happened(e instanceof RuntimeException known ? known : new IllegalStateException(e));
    }
  }
}
