package dev.offprint.schedule;

import dev.offprint.papers.Intake;
import dev.offprint.papers.PaperStore;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each source for today's papers and those of the days before, whose votes still grow. */
@DisallowConcurrentExecution
public final class HarvestJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(HarvestJob.class);

  private final List<Source> sources;
  private final PaperStore papers;
  private final InstantSource clock;

  public HarvestJob(List<Source> sources, PaperStore papers, InstantSource clock) {
    this.sources = List.copyOf(sources);
    this.papers = papers;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    Instant now = clock.instant();
    for (Source source : sources) {
      source.days(null, now).forEach(day -> harvest(source, day));
    }
  }

  private void harvest(Source source, LocalDate day) {
    try {
      switch (source.harvest(day)) {
        case HarvestOutcome.Harvested harvested -> {
          Intake intake = papers.record(harvested.sightings());
          source.kept();
          LOG.info(
              "{} {}: {}, {} set aside", source.name(), day, intake, harvested.setAside().size());
        }
        case HarvestOutcome.NothingNew nothing ->
            LOG.info("{} {}: nothing new, {}", source.name(), day, nothing.why());
        case HarvestOutcome.Unreachable unreachable ->
            LOG.warn("{} {}: not reached, {}", source.name(), day, unreachable.why());
        case HarvestOutcome.Broken broken ->
            LOG.warn("{} {}: broken answer, {}", source.name(), day, broken.why());
      }
    } catch (RuntimeException e) {
      source.forget();
      LOG.error("{} {}: taking it in failed", source.name(), day, e);
    }
  }
}
