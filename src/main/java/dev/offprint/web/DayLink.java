package dev.offprint.web;

import dev.offprint.papers.AnnouncedDay;
import dev.offprint.papers.PaperStore;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A link to the page of a day.
 *
 * @param date as it stands in the address
 * @param words as a reader says it
 */
record DayLink(String date, String words) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE d\u00A0MMMM", Locale.ENGLISH);

  static DayLink of(AnnouncedDay announced) {
    return new DayLink(announced.day().toString(), WORDS.format(announced.day()));
  }

  /** The days before one that have papers, latest first. */
  static List<DayLink> before(LocalDate day, int most, PaperStore papers) {
    return papers.announcedDays(day, most).stream().map(DayLink::of).toList();
  }
}
