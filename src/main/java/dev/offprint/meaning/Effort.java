package dev.offprint.meaning;

import java.util.List;
import java.util.stream.Stream;

/** How much of the machine working out vectors may take. */
public enum Effort {
  /** As fast as it goes, because somebody waits for it. */
  ALL_PROCESSORS(64),
  /**
   * One text at a time on the thread that asks, so that the other processors, and the model's other
   * turn, are left to those who wait for a page or a mail.
   */
  ONE_THREAD(16);

  private final int portion;

  Effort(int portion) {
    this.portion = portion;
  }

  /** How many are worked out before they are written down: a second or two of work. */
  int portion() {
    return portion;
  }

  <T> Stream<T> over(List<T> texts) {
    return this == ONE_THREAD ? texts.stream() : texts.parallelStream();
  }
}
