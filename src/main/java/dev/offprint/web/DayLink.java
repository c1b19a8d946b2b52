package dev.offprint.web;

import dev.offprint.papers.PaperStore;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Links to the pages of days. */
record DayLink(String date, String words) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  /** The days before one that have papers, latest first. */
  static List<DayLink> before(LocalDate day, int most, PaperStore papers) {
    return Stream.iterate(day.minusDays(1), d -> d.minusDays(1))
        .limit(most)
        .map(d -> new DayLink(d.toString(), WORDS.format(d)))
        .toList();
  }
}
