package dev.offprint.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.offprint.planning.PlanningTimes;
import java.lang.management.ManagementFactory;
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

  /** The processor time of this process so far, in nanoseconds. */
  static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** To the millisecond. */
  static double seconds(long nanoseconds) {
    return Math.round(nanoseconds / 1e6) / 1e3;
  }
}
