package dev.offprint.doctor;

/** One thing that is looked at. */
public interface Check {
  /** A word or two, such as "data folder". */
  String name();

  /**
   * Looks; may take a while. What it throws is a fault that nobody thought of.
   *
   * @throws RuntimeException whose message says what is wrong
   */
  Finding look();
}
