package dev.offprint.sources;

import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a parser made of one page of a source: one answer over HTTP, or one file. */
public sealed interface ParsedPage {

  /** The page as the end of a harvest, for a source that has only one. */
  HarvestOutcome outcome();

  /**
   * The page could be read.
   *
   * @param setAside one line for each record that could not be used: where it stands and why
   * @param built when the source made the page, if it says so; an old one is a stale feed
   * @param total how many records the source has for the whole question, if it says so; more than
   *     all its pages gave is an answer that was cut short
   * @param resumptionToken what asks for the next page; null on the last one
   */
  record Entries(
      List<Announcement> announcements,
      List<String> setAside,
      @Nullable Instant built,
      @Nullable Integer total,
      @Nullable String resumptionToken)
      implements ParsedPage {
    public Entries {
      announcements = List.copyOf(announcements);
      setAside = List.copyOf(setAside);
    }

    /** Every paper once, as it stands last on the page. */
    List<Sighting> sightings() {
      Map<PaperId, Sighting> sightings = new LinkedHashMap<>();
      for (Announcement announcement : announcements) {
        sightings.put(announcement.sighting().paper().id(), announcement.sighting());
      }
      return List.copyOf(sightings.values());
    }

    @Override
    public HarvestOutcome outcome() {
      if (!announcements.isEmpty()) {
        return new HarvestOutcome.Harvested(sightings(), setAside);
      }
      if (!setAside.isEmpty()) {
        return new HarvestOutcome.Broken(
            "none of its " + setAside.size() + " records is a paper; " + setAside.getFirst());
      }
      if (total != null && total > 0) {
        return new HarvestOutcome.Broken("it promises " + total + " papers and lists none");
      }
      return new HarvestOutcome.NothingNew("it lists no papers");
    }
  }

  /** The page is not what the source promises; {@code why} is one line for the operator. */
  record Broken(String why) implements ParsedPage {
    @Override
    public HarvestOutcome outcome() {
      return new HarvestOutcome.Broken(why);
    }
  }
}
