package dev.offprint.cli;

import java.nio.file.Path;
import java.util.List;

/** Measures what planning a day costs, on data of its own that are gone afterwards. */
public interface SelectionBench {
  /**
   * Makes the data, plans the day and says what it took.
   *
   * @throws CommandFailure when the files have no papers to do it with
   */
  Document measure(Load load, Console console);

  /**
   * What is to be planned.
   *
   * @param papers files of papers; most of them are announced on other days than the planned one
   * @param distinct how many different interests there are to be; 0 leaves it to the measurement
   * @param semantic whether meaning is part of it
   */
  record Load(
      int subscribers, List<Path> papers, Range interests, int distinct, boolean semantic) {}

  /** How many interests a subscriber has, at least and at most. */
  record Range(int fewest, int most) {}
}
