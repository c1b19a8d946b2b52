package dev.offprint.sources;

import dev.offprint.papers.Sighting;
import java.util.List;

/** How asking a source for papers ended. */
public sealed interface HarvestOutcome {

  /**
   * The source gave papers.
   *
   * @param setAside one line for each record that could not be used: where it stands and why
   */
  record Harvested(List<Sighting> sightings, List<String> setAside) implements HarvestOutcome {
    public Harvested {
      sightings = List.copyOf(sightings);
      setAside = List.copyOf(setAside);
    }
  }

  /** The source answered properly and has nothing that it has not given before. */
  record NothingNew(String why) implements HarvestOutcome {}

  /** No usable answer came: no connection, a time-out, a refusal. Worth trying again later. */
  record Unreachable(String why) implements HarvestOutcome {}

  /** An answer came and is not what this source promises; somebody has to look at it. */
  record Broken(String why) implements HarvestOutcome {}
}
