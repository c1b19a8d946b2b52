package dev.offprint.schedule;

import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.selection.EditionPlanner;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out what new papers mean as they come, so that planning need not. */
@DisallowConcurrentExecution
public final class MeaningJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(MeaningJob.class);

  private final EditionPlanner planner;
  private final InstantSource clock;
  private volatile @Nullable Thread running;

  public MeaningJob(EditionPlanner planner, InstantSource clock) {
    this.planner = planner;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    running = Thread.currentThread();
    try {
      planner.workOutMeanings(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (CancellationException e) {
      LOG.info("stopped; the rest is done after the next start");
    } catch (ModelUnavailable e) {
      LOG.warn("{}; papers are chosen by words alone", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("working out what papers mean failed; it is tried again", e);
    }
  }

  /** Some thousand papers take a minute, for which the daemon must not wait. */
  @Override
  public void interrupt() {
    Thread thread = running;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
