package dev.offprint.schedule;

import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.selection.EditionPlanner;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out what new papers and new interests mean as they come, so that planning need not. */
@DisallowConcurrentExecution
public final class MeaningJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(MeaningJob.class);

  // Those that a transaction was writing down at the last look have an earlier time than it.
  private static final Duration OVERLAP = Duration.ofMinutes(1);
  private static final int AT_ONCE = 1_000;

  private final EditionPlanner planner;
  private final SubscriberStore subscribers;
  private final InstantSource clock;
  private Instant looked = Instant.EPOCH;
  private volatile @Nullable Thread running;

  public MeaningJob(EditionPlanner planner, SubscriberStore subscribers, InstantSource clock) {
    this.planner = planner;
    this.subscribers = subscribers;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    running = Thread.currentThread();
    try {
      workOut();
    } catch (CancellationException e) {
      LOG.info("stopped; the rest is done after the next start");
    } catch (ModelUnavailable e) {
      LOG.warn("{}; papers are chosen by words alone", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("working out what papers and interests mean failed; it is tried again", e);
    }
  }

  void workOut() {
    Instant now = clock.instant();
    planner.workOutMeanings(LocalDate.ofInstant(now, ZoneOffset.UTC));
    // The first time it is everybody's, which may be a hundred thousand.
    List<Interest> interests = List.copyOf(subscribers.interestsWritten(looked));
    for (int from = 0; from < interests.size(); from += AT_ONCE) {
      planner.workOutMeanings(interests.subList(from, Math.min(from + AT_ONCE, interests.size())));
    }
    looked = now.minus(OVERLAP);
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
