package dev.offprint.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a work. Knowledge only grows: {@link #join} gives the same in whatever order
 * and grouping sightings are joined, and joining one twice changes nothing.
 *
 * @param claims the best one for each part that any source gave
 * @param categories all that any source put it into
 * @param dates the earliest of each, that of the announcement by all claims
 * @param announcements what each kind of source claims of that day
 * @param firstSeen when any source first showed it
 * @param counts the latest of each kind
 * @param upvotes what tells how the upvotes rose
 */
record MergedWork(
    Map<SourcedValue.Part, SourcedValue> claims,
    SortedSet<String> categories,
    Paper.Dates dates,
    AnnouncementClaims announcements,
    Instant firstSeen,
    Map<Signal.Metric, Count> counts,
    UpvoteHistory upvotes) {

  /** A count at the instant when it was observed last. */
  record Count(int value, Instant observedAt) {
    private static final Comparator<Count> AGE =
        Comparator.comparing(Count::observedAt).thenComparingInt(Count::value);

    static Count later(Count one, Count other) {
      return AGE.compare(one, other) >= 0 ? one : other;
    }
  }

  static MergedWork of(Sighting sighting) {
    Paper paper = sighting.paper();
    Provenance origin = Provenance.of(sighting);
    Map<SourcedValue.Part, SourcedValue> claims = new EnumMap<>(SourcedValue.Part.class);
    put(claims, SourcedValue.Part.TITLE, paper.title(), origin);
    put(claims, SourcedValue.Part.ABSTRACT, paper.abstractText(), origin);
    put(
        claims,
        SourcedValue.Part.AUTHORS,
        paper.authors().stream().map(Author::name).collect(Collectors.joining("\n")),
        origin);
    put(
        claims,
        SourcedValue.Part.PRIMARY_CATEGORY,
        paper.categories().isEmpty() ? null : paper.categories().getFirst(),
        origin);
    put(claims, SourcedValue.Part.PAGE, paper.links().page(), origin);
    put(claims, SourcedValue.Part.PDF, paper.links().pdf(), origin);
    put(claims, SourcedValue.Part.CODE, paper.links().code(), origin);
    put(claims, SourcedValue.Part.ORGANIZATION, paper.listing().organization(), origin);
    put(claims, SourcedValue.Part.SUMMARY, JdbiPaperRows.text(paper.listing().summary()), origin);
    Instant observedAt = sighting.observedAt();
    Map<Signal.Metric, Count> counts = new EnumMap<>(Signal.Metric.class);
    sighting.signals().forEach((kind, value) -> counts.put(kind, new Count(value, observedAt)));
    return new MergedWork(
        claims,
        new TreeSet<>(paper.categories()),
        paper.dates(),
        AnnouncementClaims.of(sighting),
        observedAt,
        counts,
        UpvoteHistory.of(sighting));
  }

  static void put(
      Map<SourcedValue.Part, SourcedValue> claims,
      SourcedValue.Part part,
      @Nullable Object value,
      Provenance origin) {
    if (value != null && !value.toString().isEmpty()) {
      claims.put(part, new SourcedValue(value.toString(), origin));
    }
  }

  /** What both know. */
  MergedWork join(MergedWork other) {
    SortedSet<String> allCategories = new TreeSet<>(categories);
    allCategories.addAll(other.categories);
    AnnouncementClaims allAnnouncements = announcements.join(other.announcements);
    return new MergedWork(
        join(SourcedValue.Part.class, claims, other.claims, SourcedValue::better),
        allCategories,
        new Paper.Dates(
            earlier(dates.published(), other.dates.published()),
            allAnnouncements.day(),
            earlier(dates.withdrawn(), other.dates.withdrawn())),
        allAnnouncements,
        firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
        join(Signal.Metric.class, counts, other.counts, Count::later),
        upvotes.join(other.upvotes));
  }

  /** Whether a reader would see no difference, whoever said it and when. */
  boolean looksLike(MergedWork other) {
    return categories.equals(other.categories)
        && dates.equals(other.dates)
        && values(claims, SourcedValue::value).equals(values(other.claims, SourcedValue::value))
        && values(counts, Count::value).equals(values(other.counts, Count::value))
        && Objects.equals(rise(), other.rise());
  }

  private Popularity.@Nullable Rise rise() {
    return upvotes.riseTo(counts.get(Signal.Metric.UPVOTES));
  }

  private static <K, V, R> Map<K, R> values(Map<K, V> map, Function<V, R> value) {
    return map.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> value.apply(entry.getValue())));
  }

  private static <K extends Enum<K>, V> Map<K, V> join(
      Class<K> keys, Map<K, V> one, Map<K, V> other, BinaryOperator<V> choice) {
    Map<K, V> joined = new EnumMap<>(keys);
    joined.putAll(one);
    other.forEach((key, value) -> joined.merge(key, value, choice));
    return joined;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
