package dev.offprint.schedule;

import dev.offprint.ledger.NoticeStore;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.Membership;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases who asked for editions and did not confirm, so that what was typed is not kept. */
@DisallowConcurrentExecution
public final class UnconfirmedJob implements InterruptableJob {
  private static final Logger LOG = LoggerFactory.getLogger(UnconfirmedJob.class);

  /** The mail that asks may be tried for a day, and its link holds from when it was sent. */
  static final Duration KEPT = LinkTokens.CONFIRM_WITHIN.plusDays(1);

  private final Membership membership;
  private final NoticeStore notices;
  private final InstantSource clock;
  private final Portions portions = new Portions();

  public UnconfirmedJob(Membership membership, NoticeStore notices, InstantSource clock) {
    this.membership = membership;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      int erased = erase();
      if (erased > 0) {
        LOG.info("erased {} who did not confirm within {} days", erased, KEPT.toDays());
      }
    } catch (RuntimeException e) {
      LOG.error("erasing who did not confirm failed; it is tried again in the next night", e);
    }
  }

  int erase() {
    Instant before = clock.instant().minus(KEPT);
    return portions.all(() -> membership.eraseUnconfirmed(before, notices::askedSince));
  }

  @Override
  public void interrupt() {
    portions.stop();
  }
}
