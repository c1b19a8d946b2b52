package dev.offprint.schedule;

import dev.offprint.groups.GroupStore;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.meaning.Progress;
import dev.offprint.selection.DaySelector;
import dev.offprint.sending.RecurringFailure;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.SubscriberStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out what new interests and new papers mean as they come, so that planning need not, the
 * papers announced last first. It takes one processor at the most, and leaves sending and the pages
 * the others.
 */
@DisallowConcurrentExecution
public final class MeaningJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(MeaningJob.class);
  private final RecurringFailure failure =
      new RecurringFailure(
          LOG, "working out what papers and interests mean failed; it is tried again");

  // Those that a transaction was writing down at the last look have an earlier time than it.
  private static final Duration OVERLAP = Duration.ofMinutes(1);
  private static final Duration WITHOUT_MODEL = Duration.ofHours(1);
  private static final int AT_ONCE = 1_000;

  // A quarter of a minute's work; reading all papers at every change would be more than that.
  private static final int PAPERS_AT_ONCE = 256;

  private final DaySelector selector;
  private final SubscriberStore subscribers;
  private final GroupStore groups;
  private final InstantSource clock;
  private Instant looked = Instant.EPOCH;
  private Instant next = Instant.EPOCH;
  private @Nullable Seen done;
  private volatile boolean stopped;

  /** The papers of a day, as they were. */
  private record Seen(LocalDate day, long revision) {}

  public MeaningJob(
      DaySelector selector, SubscriberStore subscribers, GroupStore groups, InstantSource clock) {
    this.selector = selector;
    this.subscribers = subscribers;
    this.groups = groups;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      workOut();
      if (stopped) {
        LOG.info("stopped; the rest is done after the next start");
      }
    } catch (RuntimeException e) {
      failure.happened(e);
    }
  }

  void workOut() {
    Instant now = clock.instant();
    if (!selector.goesByMeaning() || now.isBefore(next)) {
      return;
    }
    try {
      // First, because planning waits for what an interest means, and not for a paper.
      workOutInterests(now);
      workOutPapers();
    } catch (ModelUnavailable e) {
      LOG.warn("{}; papers are chosen by words alone", e.getMessage());
      next = now.plus(WITHOUT_MODEL);
    }
  }

  private void workOutInterests(Instant now) {
    // The first time it is everybody's, which may be a hundred thousand.
    Set<Interest> written = new LinkedHashSet<>(groups.interestsWritten(looked));
    written.addAll(subscribers.interestsWritten(looked));
    List<Interest> interests = List.copyOf(written);
    for (int from = 0; from < interests.size(); from += AT_ONCE) {
      boolean all =
          selector.workOutMeanings(
              interests.subList(from, Math.min(from + AT_ONCE, interests.size())),
              Effort.ONE_THREAD,
              this::goOn);
      if (!all) {
        return;
      }
    }
    looked = now.minus(OVERLAP);
  }

  /** Reads them only when they may be others than those whose meaning is known. */
  private void workOutPapers() {
    Seen seen = seen();
    while (!stopped && !seen.equals(done)) {
      Seen begun = seen;
      // Papers that come meanwhile are newer, so they come first.
      boolean all =
          selector.workOutMeanings(
              begun.day(),
              Effort.ONE_THREAD,
              (worked, of) ->
                  goOn(worked, of)
                      && (worked == 0 || worked % PAPERS_AT_ONCE > 0 || begun.equals(seen())));
      done = all ? begun : done;
      seen = seen();
    }
  }

  private boolean goOn(int worked, int of) {
    return !stopped && Progress.LOGGED.goOn(worked, of);
  }

  private Seen seen() {
    return new Seen(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), selector.revision());
  }

  /** Some thousand papers take minutes, for which the daemon must not wait. */
  @Override
  public void interrupt() {
    stopped = true;
  }
}
