package dev.offprint.sources;

import dev.offprint.papers.Intake;
import dev.offprint.papers.PaperStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks sources for papers, stores them, and writes down how each harvest ended. */
public final class Harvester {
  /** A day whose papers may still change, such as today, is asked for again after this time. */
  static final Duration REFRESH = Duration.ofMinutes(25);

  /** What is dated later than this from now was written while the clock was wrong. */
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  /** So many days back the harvests are remembered, and missing days caught up. */
  static final int MEMORY_DAYS = 31;

  private final PaperStore papers;
  private final HarvestStore harvests;
  private final Consumer<Harvest> observer;
  private final InstantSource clock;

  /**
   * Harvests into one store.
   *
   * @param observer told of every harvest once it is written down
   */
  public Harvester(
      PaperStore papers, HarvestStore harvests, Consumer<Harvest> observer, InstantSource clock) {
    this.papers = papers;
    this.harvests = harvests;
    this.observer = observer;
    this.clock = clock;
  }

  /** What a source answered, and what is kept of it. */
  public record Taken(HarvestOutcome outcome, Harvest harvest) {}

  /**
   * The days that a source should be asked for now, oldest first: those that it never answered for,
   * and those whose papers may have changed since.
   */
  public List<LocalDate> due(Source source, Instant now) {
    Map<LocalDate, @Nullable Instant> asked = new HashMap<>();
    LocalDate answered = null;
    LocalDate unanswered = null;
    LocalDate before = null;
    for (HarvestStore.AskedDay each :
        harvests.asked(source.name(), utc(now).minusDays(MEMORY_DAYS))) {
      if (isOfWrongClock(each, now)) {
        continue;
      }
      asked.put(each.day(), each.answeredAt());
      if (each.answeredAt() != null) {
        answered = each.day();
      } else if (unanswered == null) {
        unanswered = each.day();
        before = answered;
      }
    }
    Set<LocalDate> current = new HashSet<>(source.days(null, now));
    // A source that has answered before is asked for all since; of another one no day is missing
    // that it was not asked for.
    LocalDate since = unanswered == null ? answered : before;
    LocalDate first = since == null ? unanswered : null;
    return source.days(first == null ? since : first.minusDays(1), now).stream()
        .filter(day -> first == null || !day.isBefore(first) || current.contains(day))
        .filter(day -> isDue(day, asked.get(day), current.contains(day), now))
        .toList();
  }

  private static boolean isOfWrongClock(HarvestStore.AskedDay asked, Instant now) {
    Instant answeredAt = asked.answeredAt();
    return asked.day().isAfter(utc(now).plusDays(1))
        || (answeredAt != null && answeredAt.isAfter(now.plus(TOLERANCE)));
  }

  private static boolean isDue(
      LocalDate day, @Nullable Instant answeredAt, boolean isCurrent, Instant now) {
    if (answeredAt == null) {
      return true;
    }
    // What was answered before the day was over may not have been all of it.
    return isCurrent ? !answeredAt.isAfter(now.minus(REFRESH)) : !utc(answeredAt).isAfter(day);
  }

  private static LocalDate utc(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Asks a source for a day, and stores what comes. If that fails, the source is told, so that it
   * gives all of it again.
   */
  public Taken ask(Source source, LocalDate day) {
    Instant askedAt = clock.instant();
    Taken taken;
    try {
      HarvestOutcome outcome = hasAnswered(source) ? source.harvest(day) : source.firstHarvest(day);
      Intake intake =
          outcome instanceof HarvestOutcome.Harvested harvested
              ? papers.record(harvested.sightings())
              : Intake.NOTHING;
      taken = new Taken(outcome, Harvest.of(source.name(), day, askedAt, outcome, intake));
      harvests.keep(taken.harvest());
    } catch (RuntimeException e) {
      source.forget();
      throw e;
    }
    if (taken.outcome() instanceof HarvestOutcome.Harvested) {
      source.kept();
    }
    observer.accept(taken.harvest());
    return taken;
  }

  private boolean hasAnswered(Source source) {
    return harvests.asked(source.name(), LocalDate.EPOCH).stream()
        .anyMatch(asked -> asked.answeredAt() != null);
  }

  /** Forgets harvests that nothing is decided by any more. */
  public void tidy(Instant now) {
    harvests.forget(now.minus(Duration.ofDays(MEMORY_DAYS)));
  }
}
