package dev.offprint.selection;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.PaperStore;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What today's edition would be for somebody who is no subscriber yet; safe for use by many
 * threads. Today is the day in UTC.
 *
 * <p>Strangers ask, and may ask for anything: of what they type nothing is written down, and only
 * the latest is remembered.
 */
public final class RecentPapers {
  // Each takes some kilobytes.
  private static final int REMEMBERED = 500;
  // When so large a part of what was missing has come, it is taken in.
  private static final int PARTS = 4;

  private final PaperStore papers;
  private final AvailableVectors passing;
  private final InstantSource clock;
  private volatile @Nullable Recent recent;

  /** Never closed, because somebody may be reading it; its memory is all that it has. */
  private record Recent(
      LocalDate day,
      long revision,
      long vectors,
      DaySelection selection,
      Map<Interest, Integer> counts) {}

  /**
   * Reads nothing yet.
   *
   * @param vectors empty when papers are chosen by words alone
   */
  public RecentPapers(PaperStore papers, Optional<StoredVectors> vectors, InstantSource clock) {
    this.papers = papers;
    this.passing = AvailableVectors.passing(vectors, REMEMBERED);
    this.clock = clock;
  }

  /**
   * Reads the papers of the last {@value DaySelector#CANDIDATE_DAYS} days anew if it is another
   * day, some paper changed, or it was worked out what a good part of them mean; what is asked
   * meanwhile is answered as before. To be called about once a minute. Takes as long as {@link
   * DaySelector#on}.
   */
  public synchronized void refresh() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    long revision = papers.revision();
    Recent current = recent;
    if (current == null
        || !current.day().equals(today)
        || current.revision() != revision
        || meaningCame(current)) {
      // Those that come while the papers are read are looked for again.
      long vectors = passing.count();
      recent =
          new Recent(
              today,
              revision,
              vectors,
              new DaySelection(
                  today,
                  papers.announced(DaySelector.firstDay(today), today),
                  papers,
                  passing,
                  Caffeine.newBuilder()
                      .maximumSize(REMEMBERED)
                      .<Interest, NeedMatches>build()
                      .asMap()),
              Caffeine.newBuilder().maximumSize(REMEMBERED).<Interest, Integer>build().asMap());
    }
  }

  /** Reading all papers for each new vector would cost more than the vectors do. */
  private boolean meaningCame(Recent current) {
    int missing = current.selection().withoutMeaning();
    return missing > 0 && passing.count() - current.vectors() >= Math.max(1, missing / PARTS);
  }

  /** As {@link DaySelection#withoutMeaning()}, of the papers that previews choose from. */
  public int withoutMeaning() {
    return ready().selection().withoutMeaning();
  }

  /**
   * Chooses as for the edition of today of a subscriber who has not been sent anything. It costs
   * some milliseconds for each interest that was not asked for lately.
   */
  public Plan preview(Preferences preferences) {
    return preview(new Reader(preferences, Feedback.NONE, Set.of()));
  }

  /** Chooses as for the edition of today of a subscriber. */
  public Plan preview(Reader reader) {
    DaySelection selection = ready().selection();
    selection.prepare(List.of(reader));
    return selection.plan(reader);
  }

  /** The interests of a newcomer that bring nothing today, each with what came nearest. */
  public List<QuietInterest> quietInterests(Preferences preferences) {
    return ready().selection().quietInterests(new Reader(preferences, Feedback.NONE, Set.of()));
  }

  /**
   * How many papers of the last {@value DaySelector#CANDIDATE_DAYS} days match an interest, by its
   * words or its meaning.
   */
  public int count(Interest interest) {
    Recent current = ready();
    Integer known = current.counts().get(interest);
    if (known == null) {
      known = current.selection().count(interest);
      current.counts().put(interest, known);
    }
    return known;
  }

  private Recent ready() {
    Recent current = recent;
    if (current == null) {
      synchronized (this) {
        if (recent == null) {
          refresh();
        }
        current = Objects.requireNonNull(recent);
      }
    }
    return current;
  }
}
