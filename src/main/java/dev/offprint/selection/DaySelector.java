package dev.offprint.selection;

import dev.offprint.meaning.Effort;
import dev.offprint.meaning.Progress;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plans editions from the papers of the last days. */
public final class DaySelector {
  /**
   * How many days a paper stays a candidate, the day of its announcement included: a week, and the
   * day of the last weekly edition, whose papers may have come after it. That bridges weekends and
   * holidays, and gives what was left out for lack of room a few more chances.
   */
  public static final int CANDIDATE_DAYS = 8;

  private final IndexedDays days;
  private final Optional<StoredVectors> vectors;

  /** Plans by words alone. */
  public DaySelector(PaperStore papers) {
    this(new IndexedDays(papers), Optional.empty());
  }

  /** Plans by words and by meaning. */
  public DaySelector(PaperStore papers, StoredVectors vectors) {
    this(new IndexedDays(papers), Optional.of(vectors));
  }

  /**
   * Plans by words, and by meaning if there are vectors.
   *
   * @param days may be shared with others who choose papers
   */
  public DaySelector(IndexedDays days, Optional<StoredVectors> vectors) {
    this.days = days;
    this.vectors = vectors;
  }

  /**
   * Gets ready to plan the editions of one day: loads and indexes its candidates. Made once for all
   * subscribers of that day, it costs up to a millisecond a paper where the same papers are not in
   * use already; what is announced later is not in it. Nobody waits for what papers mean: those of
   * which that is not worked out yet are found by their words ({@link
   * DaySelection#withoutMeaning()}).
   */
  public DaySelection on(LocalDate day) {
    return on(day, firstDay(day));
  }

  /**
   * The same, without papers announced before a day: of which it is not known any more who was sent
   * them.
   */
  public DaySelection on(LocalDate day, LocalDate earliest) {
    LocalDate first = firstDay(day).isBefore(earliest) ? earliest : firstDay(day);
    return new DaySelection(
        day,
        days.of(first, day),
        days.papers(),
        AvailableVectors.keeping(vectors),
        new ConcurrentHashMap<>());
  }

  /** Whether papers are chosen by meaning too, if there is a model for it. */
  public boolean goesByMeaning() {
    return vectors.isPresent();
  }

  /** Another number than before if there may be other papers; see {@link PaperStore#revision()}. */
  public long revision() {
    return days.papers().revision();
  }

  /**
   * Works out what the papers mean that can be chosen on a day or on the next, those announced last
   * first. Does nothing when papers are chosen by words alone.
   *
   * @return whether all of it is known now, because {@code progress} always said to go on
   * @throws dev.offprint.meaning.ModelUnavailable when there is no usable sentence model
   */
  public boolean workOutMeanings(LocalDate day, Effort effort, Progress progress) {
    return vectors.isEmpty()
        || vectors
            .get()
            .workOutTexts(
                days.papers().announced(firstDay(day), day.plusDays(1)).stream()
                    .map(Candidate::paper)
                    .map(PaperMeanings::text)
                    .toList(),
                effort,
                progress);
  }

  /** Works out what interests mean, as {@link #workOutMeanings} does for papers. */
  public boolean workOutMeanings(Collection<Interest> interests, Effort effort, Progress progress) {
    return vectors.isEmpty()
        || vectors
            .get()
            .workOutQueries(
                ReadInterest.topics(interests.stream().map(ReadInterest::of)), effort, progress);
  }

  /** The first of the days whose papers are candidates on a day. */
  public static LocalDate firstDay(LocalDate day) {
    return day.minusDays(CANDIDATE_DAYS - 1L);
  }
}
