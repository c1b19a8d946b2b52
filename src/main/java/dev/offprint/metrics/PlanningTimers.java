package dev.offprint.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long the stages of planning take. Safe for use by many threads. */
public final class PlanningTimers {
  private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);

  /** What planning spends its time on. */
  public enum Stage {
    /** Loading and indexing the candidates of a day. */
    INDEX,
    /**
     * Reading subscribers and what they were sent, beside all that is done for the round before.
     */
    READING,
    /** What was left to wait for of the reading when the round before was written. */
    WAITING_FOR_READING,
    /** Evaluating interests that were not evaluated yet. */
    EVALUATING,
    CHOOSING,
    /** Writing what was chosen, and when everybody is due again. */
    WRITING
  }

  PlanningTimers(MeterRegistry registry) {
    for (Stage stage : Stage.values()) {
      timers.put(
          stage,
          Timer.builder(Meters.PLANNING)
              .description("Time that planning editions took.")
              .tag("stage", stage.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  /** Timers that are shown nowhere. */
  public static PlanningTimers unpublished() {
    return new PlanningTimers(new SimpleMeterRegistry());
  }

  /** Does a piece of work and adds its time to a stage. */
  public <T> T time(Stage stage, Supplier<T> work) {
    return timer(stage).record(work);
  }

  /** Does a piece of work and adds its time to a stage. */
  public void time(Stage stage, Runnable work) {
    timer(stage).record(work);
  }

  /** How long a stage took in all, in seconds. */
  public double seconds(Stage stage) {
    return timer(stage).totalTime(TimeUnit.SECONDS);
  }

  @SuppressWarnings("NullAway") // there is one for each
  private Timer timer(Stage stage) {
    return timers.get(stage);
  }
}
