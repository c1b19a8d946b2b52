package dev.offprint.web;

import dev.offprint.papers.PaperStore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What was trending on a day, at an address that stays. */
final class DayPage {
  private final PaperStore papers;

  DayPage(PaperStore papers) {
    this.papers = papers;
  }

  /** The page of a day; that there is none where there are no papers. */
  Answer show(LocalDate day) {
    DayView view = DayView.of(day, papers);
    return view.papers().isEmpty()
        ? Problem.of(404)
        : Answer.ok("web/day.html", view.values()).with("earlier", DayLink.before(day, 1, papers));
  }

  /** The day that an address names. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
