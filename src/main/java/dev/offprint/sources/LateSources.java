package dev.offprint.sources;

import dev.offprint.sources.HarvestStore.SourceHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which sources have not answered yet for their latest day. */
public final class LateSources {
  /** A source that has failed for longer is named, but no longer waited for. */
  static final Duration GIVEN_UP = Duration.ofDays(3);

  private final List<Source> sources;
  private final HarvestStore harvests;

  /**
   * Asks about some sources.
   *
   * @param sources those that are enabled
   */
  public LateSources(List<Source> sources, HarvestStore harvests) {
    this.sources = sources.stream().filter(Source::isAwaited).toList();
    this.harvests = harvests;
  }

  /**
   * A source that has not answered.
   *
   * @param day the day that its answer is missing for
   * @param why in a few words
   * @param isWaitedFor false when it has been failing for so long that waiting is no use
   */
  public record Late(String source, LocalDate day, String why, boolean isWaitedFor) {
    @Override
    public String toString() {
      return source + " (" + why + ")";
    }
  }

  /** Those that have not answered as of {@code now}, in the order of the sources. */
  public List<Late> at(Instant now) {
    Map<Source, LocalDate> unanswered = new LinkedHashMap<>();
    for (Source source : sources) {
      LocalDate day = source.days(null, now).getLast();
      boolean answered =
          harvests.asked(source.name(), day).stream()
              .anyMatch(asked -> asked.day().equals(day) && asked.answeredAt() != null);
      if (!answered) {
        unanswered.put(source, day);
      }
    }
    // This is asked every minute, and the history of all harvests is long.
    return unanswered.isEmpty() ? List.of() : late(unanswered, harvests.health(now));
  }

  private List<Late> late(Map<Source, LocalDate> unanswered, Map<String, SourceHealth> health) {
    List<Late> late = new ArrayList<>();
    unanswered.forEach(
        (source, day) ->
            late.add(
                new Late(
                    source.name(),
                    day,
                    why(harvests.last(source.name(), day)),
                    isWaitedFor(health.get(source.name())))));
    return late;
  }

  private static String why(Optional<Harvest> last) {
    return last.map(harvest -> harvest.ending().toString()).orElse("not asked yet");
  }

  private static boolean isWaitedFor(@Nullable SourceHealth health) {
    if (health == null || health.last().ending().kind().isAnswer()) {
      return true;
    }
    Instant good = health.answeredAt() == null ? health.firstAskedAt() : health.answeredAt();
    return Duration.between(good, health.last().askedAt()).compareTo(GIVEN_UP) <= 0;
  }
}
