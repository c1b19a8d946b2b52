package dev.offprint.schedule;

import java.util.function.IntSupplier;

/** Work that is done a portion at a time, until there is none or the daemon stops. */
final class Portions {
  private volatile boolean stopped;

  /**
   * Does all portions.
   *
   * @param portion does one, and says how much that was; none is 0
   * @return how much it was altogether
   */
  int all(IntSupplier portion) {
    int sum = 0;
    int done = 1;
    while (done > 0 && !stopped) {
      done = portion.getAsInt();
      sum += done;
    }
    return sum;
  }

  /** What is left goes in the next night. */
  void stop() {
    stopped = true;
  }
}
