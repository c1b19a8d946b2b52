package dev.offprint.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the dispatcher going on a thread of its own: at once when it is woken, and every few
 * seconds for what other processes wrote down.
 */
public final class DispatchLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
  private static final Duration PACE = Duration.ofSeconds(2);

  private final Dispatcher dispatcher;
  private final RunLog runs;
  private final InstantSource clock;
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "dispatch");
  private final RecurringFailure failure =
      new RecurringFailure(LOG, "sending was interrupted; it is tried again every few seconds");
  private volatile boolean stopping;

  /**
   * Not started.
   *
   * @param runs is told what was done
   */
  public DispatchLoop(Dispatcher dispatcher, RunLog runs, InstantSource clock) {
    this.dispatcher = dispatcher;
    this.runs = runs;
    this.clock = clock;
    dispatcher.outbox().onFilled(this::wake);
  }

  public void start() {
    thread.start();
  }

  /** Says that something may be due now. */
  public void wake() {
    wakes.release();
  }

  /** Whether it goes on: an error, such as memory that is used up, ends the thread. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    while (!stopping) {
      try {
        Instant since = clock.instant();
        runs.drained(since, dispatcher.drain());
        failure.over();
      } catch (RuntimeException e) {
        failure.happened(e);
      }
      try {
        if (wakes.tryAcquire(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Lets messages on the wire finish, takes no further ones, and returns when the thread has ended.
   */
  @Override
  public void close() {
    stopping = true;
    dispatcher.stop();
    wake();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(Duration.ofSeconds(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
