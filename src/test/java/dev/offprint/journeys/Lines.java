package dev.offprint.journeys;

import java.util.List;

/** The answer of a script that returns a list of strings. */
final class Lines {
  private Lines() {}

  static List<String> of(Object answer) {
    return ((List<?>) answer).stream().map(String::valueOf).toList();
  }
}
