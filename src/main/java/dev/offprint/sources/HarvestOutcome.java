package dev.offprint.sources;

import dev.offprint.fetch.FetchResult;
import dev.offprint.papers.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How asking a source for papers ended. Every reason is one line without control characters, though
 * it may quote what the source sent.
 */
public sealed interface HarvestOutcome {
  /** The most characters of a reason; a longer one is cut there. */
  int LONGEST_REASON = 500;

  /**
   * The source gave papers.
   *
   * @param setAside one line for each record that could not be used: where it stands and why
   * @param shortfall why there may be more papers than it gave; null when these are all
   */
  record Harvested(List<Sighting> sightings, List<String> setAside, @Nullable String shortfall)
      implements HarvestOutcome {
    public Harvested {
      sightings = List.copyOf(sightings);
      setAside = setAside.stream().map(HarvestOutcome::reason).toList();
      shortfall = shortfall == null ? null : reason(shortfall);
    }

    /** All the papers that there are. */
    public Harvested(List<Sighting> sightings, List<String> setAside) {
      this(sightings, setAside, null);
    }
  }

  /** The source answered properly and has nothing that it has not given before. */
  record NothingNew(String why) implements HarvestOutcome {
    public NothingNew {
      why = reason(why);
    }
  }

  /** No usable answer came: no connection, a time-out, a refusal. Worth trying again later. */
  record Unreachable(String why) implements HarvestOutcome {
    public Unreachable {
      why = reason(why);
    }
  }

  /** An answer came and is not what this source promises; somebody has to look at it. */
  record Broken(String why) implements HarvestOutcome {
    public Broken {
      why = reason(why);
    }
  }

  /** How a harvest ends without its document. */
  static HarvestOutcome of(FetchResult.Failure failure) {
    return switch (failure) {
      case FetchResult.Unreachable(String why) -> new Unreachable(why);
      case FetchResult.Refused(String why) -> new Broken(why);
    };
  }

  private static String reason(String why) {
    return SourceText.line(why, LONGEST_REASON);
  }
}
