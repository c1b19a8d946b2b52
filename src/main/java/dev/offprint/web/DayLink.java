package dev.offprint.web;

import dev.offprint.messages.Message;
import dev.offprint.papers.AnnouncedDay;
import dev.offprint.papers.PaperStore;
import java.time.LocalDate;
import java.util.List;

/**
 * A link to the page of a day.
 *
 * @param date as it stands in the address
 * @param words as a reader says it
 */
record DayLink(String date, Message words) {
  static DayLink of(AnnouncedDay announced) {
    return new DayLink(
        announced.day().toString(), Message.of("pattern.weekday.unbroken", announced.day()));
  }

  /** The days before one that have papers, latest first. */
  static List<DayLink> before(LocalDate day, int most, PaperStore papers) {
    return papers.announcedDays(day, most).stream().map(DayLink::of).toList();
  }
}
