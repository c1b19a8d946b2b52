package dev.offprint.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a paper once one more sighting of it has come in. */
final class Merge {
  private Merge() {}

  /** A sighting of a paper that was not known. */
  static Candidate first(Sighting sighting) {
    return new Candidate(sighting.paper(), popularity(Popularity.NONE, sighting.signals()));
  }

  /**
   * A later sighting of a known paper: its text and links are taken, what it lacks is kept, and the
   * paper stays announced on the first day on which any source announced it.
   */
  static Candidate later(Candidate known, Sighting sighting) {
    Paper before = known.paper();
    Paper now = sighting.paper();
    return new Candidate(
        new Paper(
            before.id(),
            now.title(),
            now.abstractText().isEmpty() ? before.abstractText() : now.abstractText(),
            either(now.authors(), before.authors()),
            either(now.categories(), before.categories()),
            new Paper.Links(
                either(now.links().page(), before.links().page()),
                either(now.links().pdf(), before.links().pdf()),
                either(now.links().code(), before.links().code())),
            new Paper.Dates(
                either(now.dates().published(), before.dates().published()),
                earlier(now.dates().announced(), before.dates().announced()),
                either(now.dates().withdrawn(), before.dates().withdrawn()))),
        popularity(known.popularity(), sighting.signals()));
  }

  private static Popularity popularity(Popularity before, Map<Signal.Kind, Integer> signals) {
    return new Popularity(
        signals.getOrDefault(Signal.Kind.UPVOTES, before.upvotes()),
        signals.getOrDefault(Signal.Kind.COMMENTS, before.comments()),
        signals.getOrDefault(Signal.Kind.STARS, before.stars()));
  }

  private static <T> List<T> either(List<T> now, List<T> before) {
    return now.isEmpty() ? before : now;
  }

  private static <T> @Nullable T either(@Nullable T now, @Nullable T before) {
    return now == null ? before : now;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
