package dev.offprint.schedule;

import dev.offprint.bounces.PollOutcome;
import dev.offprint.bounces.Processed;
import dev.offprint.bounces.RefusedMails;
import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.sending.RecurringFailure;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the mailbox that bounces come to, if there is one. */
@DisallowConcurrentExecution
public final class MailboxJob implements InterruptableJob, ReturnMailbox.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxJob.class);
  private final RecurringFailure failure =
      new RecurringFailure(LOG, "reading the mailbox failed; it is tried again in five minutes");

  private final ReturnMailbox mailbox;

  /** What is wrong for days is logged once. */
  private String told = "";

  /** In the look that is under way. */
  private RefusedMails refused = RefusedMails.NONE;

  public MailboxJob(ReturnMailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void execute(JobExecutionContext context) {
    look();
  }

  /** Looks into it once. */
  public void look() {
    refused = RefusedMails.NONE;
    try {
      switch (mailbox.poll(this)) {
        case PollOutcome.Off off -> {}
        case PollOutcome.Polled(int removed, int left, int failed) -> {
          told = "";
          if (removed + left + failed > 0) {
            LOG.info(
                "mailbox: {} written down and removed, {} left, {} failed", removed, left, failed);
          }
        }
        case PollOutcome.Unavailable(String why) -> {
          if (!why.equals(told)) {
            LOG.warn("{} It is tried again every five minutes.", why);
          }
          told = why;
        }
      }
      if (refused.count() > 0) {
        LOG.warn(refused.forLog());
      }
    } catch (RuntimeException e) {
      failure.happened(e);
    }
  }

  @Override
  public void read(int number, Processed processed) {
    processed.suppressionsForLog().forEach(LOG::info);
    refused = refused.and(processed);
  }

  @Override
  public void failed(int number, String why) {
    LOG.warn("message {} of the mailbox stays there: {}", number, why);
  }

  @Override
  public void interrupt() {
    mailbox.stop();
  }
}
