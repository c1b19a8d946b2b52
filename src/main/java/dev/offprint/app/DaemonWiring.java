package dev.offprint.app;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.schedule.CatalogueJob;
import dev.offprint.schedule.DueJob;
import dev.offprint.schedule.ForgetJob;
import dev.offprint.schedule.FormerJob;
import dev.offprint.schedule.HarvestJob;
import dev.offprint.schedule.MailboxJob;
import dev.offprint.schedule.MeaningJob;
import dev.offprint.schedule.PlanJob;
import dev.offprint.schedule.Schedule;
import dev.offprint.schedule.StorageJob;
import dev.offprint.schedule.UnconfirmedJob;
import dev.offprint.sending.Dispatcher;
import dev.offprint.sending.RunLog;
import dev.offprint.web.WebServer;
import dev.offprint.web.http.Limits;
import dev.offprint.web.http.ProcessMark;
import dev.offprint.web.reader.Notices;
import dev.offprint.web.reader.People;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Puts together what only a daemon has: the pages and the timetable. */
public final class DaemonWiring {
  private final Wiring wiring;

  public DaemonWiring(Wiring wiring) {
    this.wiring = wiring;
  }

  /** The pages, without a mark. */
  public WebServer webServer(Runnable wake, Executor background, Limits limits) {
    return webServer(wake, background, limits, Optional.empty());
  }

  /**
   * The pages; a confirmation that they ask for is sent at once by {@code wake}.
   *
   * @param background does what strangers ask for
   * @param mark by which their process can be known
   */
  WebServer webServer(
      Runnable wake, Executor background, Limits limits, Optional<ProcessMark> mark) {
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
            new WebServer.Library(
                wiring.papers(), wiring.matching().catalogue(), wiring.matching().recentPapers()),
            new WebServer.Look(wiring.mails().templates(), wiring.templatesFolder()),
            limits,
            wiring.key(),
            wiring.clock(),
            background),
        wiring.returnedMail(),
        mark);
  }

  private StorageJob storage() {
    DatabaseConfiguration configured = wiring.configuration().database();
    String folder = configured.backupFolder();
    return new StorageJob(
        wiring.database(),
        wiring.data(),
        folder.isEmpty() || !configured.url().isEmpty()
            ? Optional.empty()
            : Optional.of(wiring.data().resolve(folder)),
        configured.backupCopies(),
        wiring.clock());
  }

  /**
   * The timetable, not started.
   *
   * @param dispatcher sends what is planned
   */
  Schedule schedule(RunLog runs, Dispatcher dispatcher, Runnable planned, DueJob due) {
    InstantSource clock = wiring.clock();
    PlanJob planning =
        new PlanJob(
            wiring.harvesting().planner(wiring, wiring.readers(), dispatcher.outbox()),
            wiring.clockCheck(),
            wiring.ledger().claims(),
            dispatcher::share,
            runs,
            planned);
    return new Schedule(
        wiring.database().dataSource(),
        wiring.database().isShared(),
        List.of(
            planning,
            new HarvestJob(wiring.harvesting().enabled(), wiring.harvester(), clock),
            new MeaningJob(wiring.selector(), wiring.subscribers(), wiring.groups(), clock),
            new MailboxJob(wiring.returnMailbox()),
            new CatalogueJob(wiring.matching().catalogue(), wiring.matching().recentPapers()),
            new UnconfirmedJob(wiring.membership(), wiring.ledger().notices(), clock),
            new ForgetJob(
                wiring.ledger().retention(), wiring.configuration().mail().keepDays(), clock),
            new FormerJob(
                wiring.membership(),
                wiring.ledger().retention(),
                wiring.configuration().privacy().forgetDays(),
                clock),
            storage(),
            new AlertWiring(wiring, planning).job(),
            due),
        clock);
  }
}
