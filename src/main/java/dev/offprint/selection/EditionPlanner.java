package dev.offprint.selection;

import dev.offprint.papers.PaperStore;
import java.time.LocalDate;

/** Plans editions from the papers of the last days. */
public final class EditionPlanner {
  /**
   * How many days a paper stays a candidate, the day of its announcement included. A week bridges
   * weekends and holidays, gives a subscriber of one day a week every paper, and gives what was
   * left out for lack of room a few more chances.
   */
  public static final int CANDIDATE_DAYS = 7;

  private final PaperStore papers;

  public EditionPlanner(PaperStore papers) {
    this.papers = papers;
  }

  /**
   * Gets ready to plan the editions of one day: loads and indexes its candidates. Made once for all
   * subscribers of that day, it costs about a millisecond a paper; what is announced later is not
   * in it.
   */
  public DaySelection on(LocalDate day) {
    return new DaySelection(day, papers.announced(firstDay(day), day));
  }

  static LocalDate firstDay(LocalDate day) {
    return day.minusDays(CANDIDATE_DAYS - 1L);
  }
}
