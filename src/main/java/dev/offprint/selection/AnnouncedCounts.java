package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many papers were announced on each day. */
final class AnnouncedCounts {
  private final NavigableMap<LocalDate, Integer> byDay = new TreeMap<>();

  AnnouncedCounts(Collection<Candidate> papers) {
    papers.forEach(each -> byDay.merge(each.paper().dates().announced(), 1, Integer::sum));
  }

  /** From the day of the oldest of some papers on. */
  int since(List<ChosenPaper> papers) {
    return papers.stream()
        .map(each -> each.paper().dates().announced())
        .min(LocalDate::compareTo)
        .map(oldest -> byDay.tailMap(oldest, true).values().stream().mapToInt(each -> each).sum())
        .orElse(0);
  }
}
