package dev.offprint.web;

import dev.offprint.messages.Message;
import dev.offprint.papers.PaperStore;
import dev.offprint.web.http.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The days that have papers, latest first, by months. */
final class DaysPage {
  /** Three years of days; whoever wants older ones searches by days. */
  private static final int MOST = 1_096;

  private final PaperStore papers;

  DaysPage(PaperStore papers) {
    this.papers = papers;
  }

  Page show(LocalDate today) {
    Map<Message, List<DayLink>> months =
        papers.announcedDays(today.plusDays(1), MOST).stream()
            .collect(
                Collectors.groupingBy(
                    announced -> Message.of("pattern.month.year", YearMonth.from(announced.day())),
                    LinkedHashMap::new,
                    Collectors.mapping(DayLink::of, Collectors.toList())));
    return Page.ok("web/days.html", Map.of("months", months, "canonical", "/trending"));
  }
}
