package dev.offprint.web;

import dev.offprint.papers.PaperStore;
import dev.offprint.web.http.Page;
import java.time.LocalDate;

/** What it is, the box to subscribe, what is trending today, and the way to earlier days. */
final class FrontPage {
  private static final int EARLIER_DAYS = 14;

  private final PaperStore papers;

  FrontPage(PaperStore papers) {
    this.papers = papers;
  }

  Page show(LocalDate today) {
    return Page.ok("web/front.html", DayView.of(today, papers).values())
        .with("canonical", "/")
        .with("days", DayLink.before(today, EARLIER_DAYS, papers));
  }
}
