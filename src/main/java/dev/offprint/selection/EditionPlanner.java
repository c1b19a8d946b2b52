package dev.offprint.selection;

import dev.offprint.meaning.KeptVectors;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plans editions from the papers of the last days. */
public final class EditionPlanner {
  /**
   * How many days a paper stays a candidate, the day of its announcement included: a week, and the
   * day of the last weekly edition, whose papers may have come after it. That bridges weekends and
   * holidays, and gives what was left out for lack of room a few more chances.
   */
  public static final int CANDIDATE_DAYS = 8;

  private final PaperStore papers;
  private final Optional<KeptVectors> vectors;

  /** Plans by words alone. */
  public EditionPlanner(PaperStore papers) {
    this(papers, Optional.empty());
  }

  /** Plans by words and by meaning. */
  public EditionPlanner(PaperStore papers, KeptVectors vectors) {
    this(papers, Optional.of(vectors));
  }

  private EditionPlanner(PaperStore papers, Optional<KeptVectors> vectors) {
    this.papers = papers;
    this.vectors = vectors;
  }

  /**
   * Gets ready to plan the editions of one day: loads and indexes its candidates. Made once for all
   * subscribers of that day, it costs about a millisecond a paper, and some fifty for each whose
   * meaning was not worked out before; what is announced later is not in it.
   */
  public DaySelection on(LocalDate day) {
    return new DaySelection(
        day,
        papers.announced(firstDay(day), day),
        papers,
        AvailableVectors.keeping(vectors),
        new ConcurrentHashMap<>());
  }

  /**
   * Works out beforehand what the papers mean that can be chosen on a day or on the next, so that
   * planning need not wait for it. Does nothing when papers are chosen by words alone.
   *
   * @throws dev.offprint.meaning.ModelUnavailable when there is no usable sentence model
   */
  public void workOutMeanings(LocalDate day) {
    vectors.ifPresent(
        kept ->
            kept.ofTexts(
                papers.announced(firstDay(day), day.plusDays(1)).stream()
                    .map(Candidate::paper)
                    .map(PaperMeanings::text)
                    .toList()));
  }

  /**
   * Works out beforehand what interests mean; as {@link #workOutMeanings(LocalDate)} for papers.
   */
  public void workOutMeanings(Collection<Interest> interests) {
    vectors.ifPresent(kept -> kept.ofQueries(InterestMatching.subjects(interests)));
  }

  /** The first of the days whose papers are candidates on a day. */
  public static LocalDate firstDay(LocalDate day) {
    return day.minusDays(CANDIDATE_DAYS - 1L);
  }
}
