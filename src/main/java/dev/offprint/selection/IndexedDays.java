package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The papers of days, read each time, and indexed once as long as they are the same and somebody
 * uses them: editions are planned from the index that the pages have already. Safe for use by many
 * threads.
 */
public final class IndexedDays {
  private final PaperStore papers;
  private final List<WeakReference<IndexedDay>> inUse = new ArrayList<>();

  public IndexedDays(PaperStore papers) {
    this.papers = papers;
  }

  PaperStore papers() {
    return papers;
  }

  /** The papers announced from one day to another, both included. */
  synchronized IndexedDay of(LocalDate first, LocalDate last) {
    List<Candidate> announced = first.isAfter(last) ? List.of() : papers.announced(first, last);
    inUse.removeIf(each -> each.get() == null);
    return inUse.stream()
        .map(WeakReference::get)
        .filter(Objects::nonNull)
        .filter(day -> day.isOf(announced))
        .findFirst()
        .orElseGet(() -> index(announced));
  }

  private IndexedDay index(List<Candidate> announced) {
    IndexedDay made = new IndexedDay(announced);
    inUse.add(new WeakReference<>(made));
    return made;
  }
}
