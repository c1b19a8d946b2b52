package dev.offprint.cli.console;

import dev.offprint.selection.DaySelection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Says that papers were found by their words, because what they mean is not worked out yet. */
public final class WordsAlone {
  private WordsAlone() {}

  /** Says so if there are such papers, and how they come to be found by what they mean. */
  public static void tell(
      DaySelection selection, LocalDate day, PaperFeatures features, Console console) {
    int without = selection.withoutMeaning();
    if (without > 0) {
      console.note(
          String.format(
              Locale.ROOT,
              "%,d of %s were compared by their words alone; what they mean is not worked out yet."
                  + " %s",
              without,
              Text.count(selection.size(), "paper"),
              remedy(day, features)));
    }
  }

  private static String remedy(LocalDate day, PaperFeatures features) {
    LocalDate today = LocalDate.ofInstant(features.clock().instant(), ZoneOffset.UTC);
    if (day.isBefore(today.minusDays(1))) {
      return "'offprint papers import' of that day's papers does it.";
    }
    return features.isDaemonRunning()
        ? "The daemon does it in the background."
        : "The daemon does it once it runs, or 'offprint papers import' of these papers.";
  }
}
