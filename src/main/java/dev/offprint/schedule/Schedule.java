package dev.offprint.schedule;

import static org.quartz.CronScheduleBuilder.cronSchedule;
import static org.quartz.CronScheduleBuilder.dailyAtHourAndMinute;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.spi.TriggerFiredBundle;

/**
 * The daemon's timetable: jobs that one node does for all of them, and jobs that each node does
 * itself. Nothing runs before {@link #start}.
 */
public final class Schedule implements AutoCloseable {
  private final DataSource dataSource;
  private final boolean postgresql;
  private final Map<Class<? extends Job>, Job> jobs;
  private final InstantSource clock;
  private final Set<Class<? extends Job>> nightly = new CopyOnWriteArraySet<>();
  private volatile Map<Class<? extends Job>, Duration> ofNode = Map.of();
  private volatile Map<Class<? extends Job>, Duration> ofAll = Map.of();
  private final Map<Class<?>, LongAdder> firings = new ConcurrentHashMap<>();
  private @Nullable Scheduler inDatabase;
  private @Nullable Scheduler inMemory;

  /**
   * The timetable in one database; not started.
   *
   * @param jobs one of each kind
   * @param postgresql whether the database is PostgreSQL, which several nodes can share
   */
  public Schedule(
      DataSource dataSource,
      boolean postgresql,
      Collection<? extends Job> jobs,
      InstantSource clock) {
    this.clock = clock;
    this.dataSource = dataSource;
    this.postgresql = postgresql;
    this.jobs = jobs.stream().collect(Collectors.toUnmodifiableMap(Job::getClass, job -> job));
  }

  private Scheduler inDatabase() {
    if (inDatabase == null) {
      inDatabase = TriggerStore.database(dataSource, postgresql, this::fire);
    }
    return inDatabase;
  }

  private Scheduler inMemory() {
    if (inMemory == null) {
      inMemory = TriggerStore.memory(this::fire);
    }
    return inMemory;
  }

  private @Nullable Job fire(TriggerFiredBundle fired, Scheduler ignored) {
    Class<? extends Job> job = fired.getJobDetail().getJobClass();
    firings.computeIfAbsent(job, kind -> new LongAdder()).increment();
    return jobs.get(job);
  }

  /** How often a kind of job began to run since the start. */
  public long firings(Class<? extends Job> job) {
    LongAdder counted = firings.get(job);
    return counted == null ? 0 : counted.sum();
  }

  /**
   * Has a kind of job run each night, once the timetable is started. A night that was missed is
   * made up for at the next start.
   */
  public void everyNight(Class<? extends Job> job) {
    TriggerKey key = TriggerKey.triggerKey(job.getSimpleName());
    try {
      Scheduler scheduler = inDatabase();
      nightly.add(job);
      Trigger known = scheduler.getTrigger(key);
      // One that is there already knows which nights it has missed, unless a clock that was wrong
      // has put it off.
      if (known == null || isPutOff(known)) {
        scheduler.scheduleJob(
            JobBuilder.newJob(job).withIdentity(job.getSimpleName()).build(),
            Set.of(
                TriggerBuilder.newTrigger()
                    .withIdentity(key)
                    .forJob(job.getSimpleName())
                    .withSchedule(
                        dailyAtHourAndMinute(3, 30).withMisfireHandlingInstructionFireAndProceed())
                    .build()),
            true);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("the timetable cannot be written down", e);
    }
  }

  private boolean isPutOff(Trigger trigger) {
    Date next = trigger.getNextFireTime();
    return next != null && next.toInstant().isAfter(clock.instant().plus(Duration.ofHours(26)));
  }

  /** Sets all triggers anew, since the clock was set; each job runs at once. */
  public void renew() {
    try {
      nightly.forEach(this::everyNight);
      repeatAll();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the timetable cannot be written down", e);
    }
  }

  /**
   * Starts the timetable: each kind of job at once and then at its own pace, planning as each
   * minute begins.
   *
   * @param node what each node does itself
   * @param all what one node at a time does for all
   */
  public void start(
      Map<Class<? extends Job>, Duration> node, Map<Class<? extends Job>, Duration> all) {
    ofNode = Map.copyOf(node);
    ofAll = Map.copyOf(all);
    try {
      for (Class<? extends Job> job : node.keySet()) {
        // Earlier versions had one node at a time do it.
        inDatabase().deleteJob(JobKey.jobKey(job.getSimpleName()));
      }
      repeatAll();
      inDatabase().start();
      inMemory().start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the timetable cannot be started", e);
    }
  }

  private void repeatAll() throws SchedulerException {
    for (var pace : ofAll.entrySet()) {
      repeat(inDatabase(), pace.getKey(), pace.getValue());
    }
    for (var pace : ofNode.entrySet()) {
      repeat(inMemory(), pace.getKey(), pace.getValue());
    }
  }

  private static void repeat(Scheduler scheduler, Class<? extends Job> job, Duration pace)
      throws SchedulerException {
    JobKey key = JobKey.jobKey(job.getSimpleName());
    scheduler.scheduleJob(
        JobBuilder.newJob(job).withIdentity(key).build(),
        // What is due is in the database, so a missed minute needs no firing of its own.
        job.equals(PlanJob.class)
            ? Set.of(once(key), eachMinute(key))
            : Set.of(repeated(key, pace)),
        true);
  }

  private static Trigger repeated(JobKey key, Duration pace) {
    return TriggerBuilder.newTrigger()
        .withIdentity(key.getName())
        .forJob(key)
        .withSchedule(
            simpleSchedule()
                .withIntervalInSeconds(Math.toIntExact(pace.toSeconds()))
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  /** As a minute begins, when editions become due. */
  private static Trigger eachMinute(JobKey key) {
    return TriggerBuilder.newTrigger()
        .withIdentity(key.getName())
        .forJob(key)
        .withSchedule(cronSchedule("0 * * * * ?").withMisfireHandlingInstructionDoNothing())
        .build();
  }

  private static Trigger once(JobKey key) {
    return TriggerBuilder.newTrigger()
        .withIdentity(key.getName() + " at once")
        .forJob(key)
        .startNow()
        .build();
  }

  /** Waits for what runs and stops. */
  @Override
  public void close() {
    try {
      for (Scheduler scheduler :
          Stream.of(inMemory, inDatabase).filter(Objects::nonNull).toList()) {
        scheduler.shutdown(true);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("the timetable cannot be stopped", e);
    }
  }
}
