package dev.offprint.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process, in nanoseconds. */
final class ProcessTime {
  private ProcessTime() {}

  /** What it used so far, on all processors. */
  static long now() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Nanoseconds as seconds, to the millisecond. */
  static double seconds(long nanoseconds) {
    return Math.round(nanoseconds / 1e6) / 1e3;
  }
}
