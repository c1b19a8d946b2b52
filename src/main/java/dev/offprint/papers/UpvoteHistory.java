package dev.offprint.papers;

import dev.offprint.papers.MergedWork.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells by how many the upvotes of a work rose from one day to another. Like all that is known
 * of a work it only grows, so that nothing has to be counted again when an older observation comes
 * in late or two papers become one.
 *
 * @param bySource of each source that counts upvotes; what one says is not compared with what
 *     another says
 */
record UpvoteHistory(SortedMap<String, Recent> bySource) {
  static final UpvoteHistory NONE = new UpvoteHistory(new TreeMap<>());

  /**
   * What a source counted of late.
   *
   * @param latest its last count
   * @param before its last count on an earlier day (UTC) than that; null if there is none
   */
  record Recent(Count latest, @Nullable Count before) {
    Recent join(Recent other) {
      Count newest = Count.later(latest, other.latest);
      return new Recent(
          newest,
          Stream.of(latest, other.latest, before, other.before)
              .filter(count -> count != null && day(count).isBefore(day(newest)))
              .reduce(Count::later)
              .orElse(null));
    }

    private Popularity.@Nullable Rise rise() {
      int gained = before == null ? 0 : latest.value() - before.value();
      return before != null && gained > 0 ? new Popularity.Rise(gained, day(before)) : null;
    }
  }

  static UpvoteHistory of(Sighting sighting) {
    Integer upvotes = sighting.signals().get(Signal.Metric.UPVOTES);
    if (upvotes == null) {
      return NONE;
    }
    Count count = new Count(upvotes, sighting.observedAt());
    return new UpvoteHistory(new TreeMap<>(Map.of(sighting.source(), new Recent(count, null))));
  }

  /** What both know. */
  UpvoteHistory join(UpvoteHistory other) {
    SortedMap<String, Recent> all = new TreeMap<>(bySource);
    other.bySource.forEach((source, recent) -> all.merge(source, recent, Recent::join));
    return new UpvoteHistory(all);
  }

  /**
   * By how many they rose up to the count that is shown; null if they did not, or if it is not
   * known, as of counts that were kept before this was.
   */
  Popularity.@Nullable Rise riseTo(@Nullable Count shown) {
    for (Recent recent : bySource.values()) {
      if (recent.latest().equals(shown)) {
        return recent.rise();
      }
    }
    return null;
  }

  private static LocalDate day(Count count) {
    return LocalDate.ofInstant(count.observedAt(), ZoneOffset.UTC);
  }

  /**
   * As it lies in one column, a source a line: {@code 81 1716811200000000 72 1716724800000000
   * huggingface} says that it counted 81 at so many microseconds and 72 on a day before; of a
   * source without a day before, two hyphens stand there.
   */
  String text() {
    return bySource.entrySet().stream()
        .map(
            source ->
                text(source.getValue().latest())
                    + " "
                    + text(source.getValue().before())
                    + " "
                    + source.getKey())
        .collect(Collectors.joining("\n"));
  }

  private static String text(@Nullable Count count) {
    return count == null
        ? "- -"
        : count.value() + " " + ChronoUnit.MICROS.between(Instant.EPOCH, count.observedAt());
  }

  static UpvoteHistory read(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    SortedMap<String, Recent> bySource = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      String[] fields = line.split(" ", 5);
      bySource.put(
          fields[4],
          new Recent(
              count(fields[0], fields[1]),
              fields[2].equals("-") ? null : count(fields[2], fields[3])));
    }
    return new UpvoteHistory(bySource);
  }

  private static Count count(String value, String micros) {
    return new Count(
        Integer.parseInt(value), Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS));
  }
}
