package dev.offprint.web;

import dev.offprint.messages.Message;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import dev.offprint.selection.DaySelector;
import dev.offprint.selection.Trending;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The papers of a day as the pages and the feed have them: what was trending on it, as in the mail;
 * where nobody votes, what was announced on it.
 *
 * @param trending whether they are trending papers
 * @param announced how many papers were announced on that day
 */
record DayView(LocalDate day, boolean trending, List<Candidate> papers, int announced) {
  private static final int TRENDING = 25;
  private static final int ANNOUNCED = 50;

  static DayView of(LocalDate day, PaperStore store) {
    List<Candidate> recent = store.announced(DaySelector.firstDay(day), day);
    List<Candidate> ofDay =
        recent.stream()
            .filter(candidate -> candidate.paper().dates().announced().equals(day))
            .toList();
    List<Candidate> trending = Trending.rank(recent, day);
    return trending.isEmpty()
        ? new DayView(day, false, ofDay.stream().limit(ANNOUNCED).toList(), ofDay.size())
        : new DayView(day, true, trending.stream().limit(TRENDING).toList(), ofDay.size());
  }

  Map<String, Object> values() {
    return Map.of(
        "day", Message.of("pattern.weekday.year", day),
        "date", day.toString(),
        "trending", trending,
        "papers", PaperView.of(papers),
        "announced", announced);
  }
}
