package dev.offprint.cli;

import dev.offprint.selection.DaySelection;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Says that papers were found by their words, because what they mean is not worked out yet. */
final class WordsAlone {
  private WordsAlone() {}

  /** Says so if there are such papers, and how they come to be found by what they mean. */
  static void tell(DaySelection selection, LocalDate day, Features features, Console console) {
    int without = selection.withoutMeaning();
    if (without > 0) {
      LocalDate today = LocalDate.ofInstant(features.clock().instant(), ZoneOffset.UTC);
      console.note(
          "%,d of %s were compared by their words alone; what they mean is not worked out yet. %s"
              .formatted(
                  without,
                  Text.count(selection.size(), "paper"),
                  day.isBefore(today.minusDays(1))
                      ? "'offprint papers import' of that day's papers does it."
                      : "The daemon does it in the background."));
    }
  }
}
