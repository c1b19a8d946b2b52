package dev.offprint.schedule;

import dev.offprint.search.PaperCatalogue;
import dev.offprint.selection.RecentPapers;
import dev.offprint.sending.RecurringFailure;
import java.util.concurrent.CancellationException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what changed among the papers into what the pages search and preview. */
@DisallowConcurrentExecution
public final class CatalogueJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueJob.class);

  private final PaperCatalogue catalogue;
  private final RecentPapers recent;
  private final RecurringFailure failure =
      new RecurringFailure(
          LOG, "taking new papers into the search failed; it is tried again in a minute");
  private volatile boolean stopped;

  public CatalogueJob(PaperCatalogue catalogue, RecentPapers recent) {
    this.catalogue = catalogue;
    this.recent = recent;
  }

  @Override
  public void execute(JobExecutionContext context) {
    takeIn();
  }

  void takeIn() {
    try {
      catalogue.refresh(() -> stopped);
      if (!stopped) {
        recent.refresh();
      }
      failure.over();
    } catch (CancellationException e) {
      LOG.info("stopped; the rest is taken in after the next start");
    } catch (RuntimeException e) {
      failure.happened(e);
    }
  }

  /** Taking in a hundred thousand papers is a while, for which the daemon must not wait. */
  @Override
  public void interrupt() {
    stopped = true;
  }
}
