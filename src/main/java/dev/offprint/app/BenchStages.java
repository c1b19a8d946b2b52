package dev.offprint.app;

import dev.offprint.outbox.PlanningTimes;
import java.util.EnumMap;
import java.util.Map;

/** Sums up the times of each stage. */
final class BenchStages implements PlanningTimes {
  private final Map<Stage, Long> nanoseconds = new EnumMap<>(Stage.class);

  @Override
  public synchronized void took(Stage stage, long took) {
    nanoseconds.merge(stage, took, Long::sum);
  }

  /** How long a stage took in all. */
  synchronized double seconds(Stage stage) {
    return seconds(nanoseconds.getOrDefault(stage, 0L));
  }

  /** To the millisecond. */
  static double seconds(long nanoseconds) {
    return Math.round(nanoseconds / 1e6) / 1e3;
  }
}
