package dev.offprint.selection;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Reach;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final IndexedDays days;
  private final AvailableVectors passing;
  private final InstantSource clock;
  private final CountDownLatch read = new CountDownLatch(1);
  private volatile @Nullable Recent recent;

  private record Recent(
      LocalDate day,
      long revision,
      long vectors,
      DaySelection selection,
      Map<Interest, NeedMatches> evaluated,
      Map<Interest, Map<Reach, Integer>> counts,
      Map<Interest, Optional<QuietInterest>> quiet) {}

  /**
   * Reads nothing yet.
   *
   * @param days may be shared with others who choose papers
   * @param vectors empty when papers are chosen by words alone
   */
  public RecentPapers(IndexedDays days, Optional<StoredVectors> vectors, InstantSource clock) {
    this.days = days;
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
    // So that no page waits until the model is read.
    boolean _ = passing.canFollow();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    long revision = days.papers().revision();
    Recent current = recent;
    if (current == null
        || !current.day().equals(today)
        || current.revision() != revision
        || meaningCame(current)) {
      // Those that come while the papers are read are looked for again.
      long vectors = passing.count();
      Map<Interest, NeedMatches> evaluated = remembering();
      recent =
          new Recent(
              today,
              revision,
              vectors,
              new DaySelection(
                  today,
                  days.of(DaySelector.firstDay(today), today),
                  days.papers(),
                  passing,
                  evaluated),
              evaluated,
              remembering(),
              remembering());
      read.countDown();
    }
  }

  private static <V> Map<Interest, V> remembering() {
    return Caffeine.newBuilder().maximumSize(REMEMBERED).<Interest, V>build().asMap();
  }

  /** Whether the papers were read. Who asks for more before they were reads them himself. */
  public boolean isReady() {
    return recent != null;
  }

  /** As {@link #isReady()}, for which a visitor waits a moment after the start. */
  public boolean becomesReady() {
    try {
      return read.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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
    // On this thread alone: a stranger gets one processor at the most.
    return selection.plan(reader);
  }

  /** The interests of a newcomer that bring nothing today, each with what came nearest. */
  public List<QuietInterest> quietInterests(Collection<Interest> interests) {
    Recent current = ready();
    List<QuietInterest> quiet = new ArrayList<>();
    for (Interest interest : interests) {
      remembered(current.quiet(), interest, current.selection()::quietInterest)
          .ifPresent(quiet::add);
    }
    return quiet;
  }

  /**
   * How many papers of the last {@value DaySelector#CANDIDATE_DAYS} days match an interest with
   * each reach, by its words or its meaning.
   */
  public Map<Reach, Integer> counts(Interest interest) {
    Recent current = ready();
    return remembered(current.counts(), interest.with(Reach.NORMAL), current.selection()::counts);
  }

  /** How many match it with its own reach. */
  public int count(Interest interest) {
    return Objects.requireNonNull(counts(interest).get(interest.reach()));
  }

  /** Ranks papers of all days by the same measure. */
  public SearchRanking ranking() {
    return new SearchRanking(passing);
  }

  /** Whether nothing has to be worked out for an interest, because somebody asked lately. */
  public boolean isRemembered(Interest interest) {
    Recent current = ready();
    return current.evaluated().containsKey(interest)
        || current.counts().containsKey(interest.with(Reach.NORMAL));
  }

  private static <V> V remembered(
      Map<Interest, V> known, Interest interest, Function<Interest, V> work) {
    V value = known.get(interest);
    if (value == null) {
      value = work.apply(interest);
      known.put(interest, value);
    }
    return value;
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
