package dev.offprint.doctor.dns;

import java.util.List;

/**
 * What DNS answered.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {
  /** There are records; at least one. */
  record Found<T>(List<T> records) implements Answer<T> {
    public Found {
      records = List.copyOf(records);
    }
  }

  /** There is no such name, or it has no such record. */
  record Nothing<T>() implements Answer<T> {}

  /**
   * Nobody could say: no server answered, or the one that did failed.
   *
   * @param why in a few words
   */
  record Unanswered<T>(String why) implements Answer<T> {}

  /** The records; none also where nobody could say. */
  default List<T> orNone() {
    return this instanceof Found<T>(List<T> records) ? records : List.of();
  }
}
