package dev.offprint.schedule;

import dev.offprint.sources.Harvest;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each source for the days that are due, oldest first, until the daemon stops. */
@DisallowConcurrentExecution
public final class HarvestJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(HarvestJob.class);

  private final List<Source> sources;
  private final Harvester harvester;
  private final InstantSource clock;
  private volatile boolean stopped;
  private volatile @Nullable Thread running;

  public HarvestJob(List<Source> sources, Harvester harvester, InstantSource clock) {
    this.sources = List.copyOf(sources);
    this.harvester = harvester;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    running = Thread.currentThread();
    harvestAll();
  }

  void harvestAll() {
    Instant now = clock.instant();
    for (Source source : sources) {
      List<Missed> missed = new ArrayList<>();
      for (LocalDate day : harvester.due(source, now)) {
        if (stopped) {
          return;
        }
        harvest(source, day, missed);
      }
      tell(source, missed);
    }
    harvester.tidy(now);
  }

  /** A day for which a source was not reached. */
  private record Missed(LocalDate day, String why) {}

  /** In one line, since it is one failure: the first reason is its own, the last how it goes on. */
  private static void tell(Source source, List<Missed> missed) {
    if (missed.isEmpty()) {
      return;
    }
    Missed first = missed.getFirst();
    Missed last = missed.getLast();
    LOG.warn(
        "{} {}{}: not reached, {}{}",
        source.name(),
        first.day(),
        missed.size() == 1 ? "" : " to " + last.day(),
        first.why(),
        first.why().equals(last.why()) ? "" : "; " + last.why());
  }

  /** A request to a slow source must not keep the daemon from stopping. */
  @Override
  public void interrupt() {
    stopped = true;
    Thread thread = running;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void harvest(Source source, LocalDate day, List<Missed> missed) {
    try {
      Harvester.Taken taken = harvester.ask(source, day);
      Harvest.Counts counts = taken.harvest().counts();
      switch (taken.outcome()) {
        case HarvestOutcome.Harvested harvested -> {
          LOG.info(
              "{} {}: {}, {} set aside", source.name(), day, counts.intake(), counts.setAside());
          if (harvested.shortfall() != null) {
            LOG.warn("{} {}: not complete, {}", source.name(), day, harvested.shortfall());
          }
        }
        case HarvestOutcome.NothingNew nothing ->
            LOG.info("{} {}: nothing new, {}", source.name(), day, nothing.why());
        case HarvestOutcome.Unreachable unreachable ->
            missed.add(new Missed(day, unreachable.why()));
        case HarvestOutcome.Broken broken ->
            LOG.warn("{} {}: broken answer, {}", source.name(), day, broken.why());
      }
    } catch (RuntimeException e) {
      if (stopped) {
        LOG.info("{} {}: stopped; it is asked again after the next start", source.name(), day);
      } else {
        LOG.error("{} {}: taking it in failed", source.name(), day, e);
      }
    }
  }
}
