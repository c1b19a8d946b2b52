package dev.offprint.app;

import dev.offprint.schedule.CatalogueJob;
import dev.offprint.schedule.DueJob;
import dev.offprint.schedule.ForgetJob;
import dev.offprint.schedule.HarvestJob;
import dev.offprint.schedule.MailboxJob;
import dev.offprint.schedule.MeaningJob;
import dev.offprint.schedule.PlanJob;
import dev.offprint.schedule.Schedule;
import dev.offprint.schedule.UnconfirmedJob;
import dev.offprint.web.WebServer;
import dev.offprint.web.http.Limits;
import dev.offprint.web.reader.Notices;
import dev.offprint.web.reader.People;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;

/** Puts together what only a daemon has: the pages and the timetable. */
public final class DaemonWiring {
  private final Wiring wiring;

  public DaemonWiring(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * The pages; a confirmation that they ask for is sent at once by {@code wake}.
   *
   * @param background does what strangers ask for
   */
  public WebServer webServer(Runnable wake, Executor background, Limits limits) {
    return new WebServer(
        wiring.configuration().server(),
        new WebServer.Parts(
            new People(
                wiring.subscribers(),
                wiring.groups(),
                wiring.membership(),
                new Notices(wiring.ledger(), wake),
                wiring.tokens(),
                wiring.feedbackPapers(),
                wiring.configuration().mail().replyTo()),
            new WebServer.Library(wiring.papers(), wiring.catalogue(), wiring.recentPapers()),
            new WebServer.Look(wiring.mails().templates(), wiring.templatesFolder()),
            limits,
            wiring.key(),
            wiring.clock(),
            background),
        wiring.returnedMail());
  }

  /** The timetable, not started. */
  Schedule schedule(Runnable planned, DueJob due) {
    InstantSource clock = wiring.clock();
    return new Schedule(
        wiring.database().dataSource(),
        wiring.configuration().database().url().startsWith("jdbc:postgresql:"),
        Map.of(
            PlanJob.class,
                new PlanJob(
                    wiring.planner(), wiring.clockCheck(), wiring.ledger().claims(), planned),
            HarvestJob.class,
                new HarvestJob(wiring.harvesting().enabled(), wiring.harvester(), clock),
            MeaningJob.class,
                new MeaningJob(wiring.selector(), wiring.subscribers(), wiring.groups(), clock),
            MailboxJob.class, new MailboxJob(wiring.returnMailbox()),
            CatalogueJob.class, new CatalogueJob(wiring.catalogue(), wiring.recentPapers()),
            UnconfirmedJob.class,
                new UnconfirmedJob(wiring.membership(), wiring.ledger().notices(), clock),
            ForgetJob.class,
                new ForgetJob(
                    wiring.ledger().retention(), wiring.configuration().mail().keepDays(), clock),
            DueJob.class, due),
        clock);
  }
}
