package dev.offprint.app;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Features.Sending;
import dev.offprint.schedule.AlertJob;
import dev.offprint.schedule.CatalogueJob;
import dev.offprint.schedule.ClockWatch;
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
import dev.offprint.sending.DispatchLoop;
import dev.offprint.sending.RunLog;
import dev.offprint.web.WebServer;
import dev.offprint.web.http.Limits;
import dev.offprint.web.http.OperatorServer;
import dev.offprint.web.http.ProcessMark;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running process. Starts what takes work last, and stops it first: pages and timetable make
 * work for the dispatcher, and the dispatcher needs the sender's lock and the database.
 */
public final class Daemon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
  private static final int WAITING_REQUESTS = 1_000;

  private final Sending sending;
  private final DispatchLoop dispatch;
  private final Schedule schedule;
  private final Harvesting harvesting;
  private final DueJob due;
  private final ClockWatch clockWatch;
  private final ProcessMark mark;
  private final WebServer web;
  private final Runnable checkMails;
  private final Optional<OperatorServer> operator;
  private final Liveness liveness;

  // One thread, so that two clicks are one after the other; what does not fit is refused.
  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_REQUESTS));

  /**
   * Makes all parts, and takes the sender's lock.
   *
   * @throws CommandFailure when another process sends for this data folder
   */
  public Daemon(Wiring wiring) {
    sending =
        wiring
            .takeSending()
            .orElseThrow(
                () ->
                    CommandFailure.failed(
                        "another Offprint already runs on the data folder "
                            + wiring.data()
                            + "; stop it first, or give another folder with --data"));
    RunLog runs = new RunLog(wiring.clock());
    dispatch = new DispatchLoop(sending.dispatcher(), runs, wiring.clock());
    DaemonWiring parts = new DaemonWiring(wiring);
    checkMails = wiring::checkMails;
    due = new DueJob(wiring.subscribers(), wiring.clock());
    schedule = parts.schedule(runs, sending.dispatcher(), dispatch::wake, due);
    harvesting = wiring.harvesting();
    clockWatch = new ClockWatch(wiring.clock(), System::nanoTime, this::setAnew);
    mark = ProcessMark.leave(wiring.data());
    web =
        parts.webServer(
            dispatch::wake,
            background,
            Limits.usual(() -> sending.dispatcher().share().of()),
            Optional.of(mark));
    // A database of its own that fails is mended by a new start; one elsewhere is waited for.
    boolean ownDatabase = wiring.configuration().database().url().isEmpty();
    liveness =
        new Liveness(
            dispatch::isRunning,
            () -> schedule.firings(PlanJob.class),
            ownDatabase ? wiring.database()::ask : () -> {},
            System::nanoTime);
    operator = new OperatorWiring(wiring).server(liveness, sending.dispatcher());
  }

  private void setAnew() {
    harvesting.clockWasSet();
    due.correct();
    schedule.renew();
    dispatch.wake();
  }

  /**
   * Starts all parts.
   *
   * @throws dev.offprint.templates.BrokenTemplate when no mail could be made
   */
  public void start() {
    web.start();
    operator.ifPresent(OperatorServer::start);
    checkMails.run();
    dispatch.start();
    // Before anything is planned; the pages need not wait for it.
    due.correct();
    schedule.everyNight(ForgetJob.class);
    schedule.everyNight(UnconfirmedJob.class);
    schedule.everyNight(FormerJob.class);
    schedule.everyNight(StorageJob.class);
    schedule.everyNight(DueJob.class);
    schedule.start(
        Map.of(
            PlanJob.class, Duration.ofMinutes(1),
            CatalogueJob.class, Duration.ofMinutes(1)),
        Map.of(
            HarvestJob.class, Duration.ofMinutes(10),
            MeaningJob.class, Duration.ofMinutes(1),
            MailboxJob.class, Duration.ofMinutes(5),
            AlertJob.class, Duration.ofHours(1)));
    clockWatch.start();
    LOG.info("ready; the pages are on port {}", web.port());
  }

  /** The port of the pages. */
  int port() {
    return web.port();
  }

  /** The port of the operator's pages; empty when they are not shown. */
  Optional<Integer> operatorPort() {
    return operator.map(OperatorServer::port);
  }

  /** What keeps the started daemon from its work, if anything does. */
  Optional<String> problem() {
    return liveness.problem();
  }

  /** Sends at once what was planned by other means than the timetable. */
  public void wake() {
    dispatch.wake();
  }

  @Override
  public void close() {
    LOG.info("stopping");
    clockWatch.close();
    schedule.close();
    operator.ifPresent(OperatorServer::close);
    web.close();
    mark.close();
    // What was answered with "a mail is on its way" is written down before the process ends.
    background.close();
    dispatch.close();
    sending.close();
    LOG.info("stopped");
  }
}
