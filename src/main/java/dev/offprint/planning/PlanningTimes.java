package dev.offprint.planning;

import java.util.function.Supplier;

/** Is told how long the stages of planning take, several times each, and from two threads. */
@FunctionalInterface
public interface PlanningTimes {
  /** For whoever does not want to know. */
  PlanningTimes IGNORED = (stage, nanoseconds) -> {};

  void took(Stage stage, long nanoseconds);

  /** Takes the time of one piece of work. */
  default <T> T of(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      took(stage, System.nanoTime() - start);
    }
  }

  /** What planning spends its time on. */
  enum Stage {
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
}
