package dev.offprint.web;

import dev.offprint.papers.PaperStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What was trending on a day, at an address that stays. */
final class DayPage {
  private static final int LAST_YEAR = 9999;

  private final PaperStore papers;

  DayPage(PaperStore papers) {
    this.papers = papers;
  }

  /** The page of a day; that there is none where there are no papers. */
  Page show(LocalDate day) {
    DayView view = DayView.of(day, papers);
    return view.papers().isEmpty()
        ? ProblemPage.of(404)
        : Page.ok("web/day.html", view.values())
            .with("canonical", "/trending/" + day)
            .with("earlier", DayLink.before(day, 1, papers));
  }

  /** The day that a text names, of the years 1 to 9999: others are none that databases know. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= 1 && day.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
