package dev.offprint.sources;

import dev.offprint.papers.Sighting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of one day's preprints, and whether all of them came. */
final class PreprintPages {
  private final LocalDate day;
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<String> setAside = new ArrayList<>();
  private @Nullable Integer promised;
  private int count;

  PreprintPages(LocalDate day) {
    this.day = day;
  }

  LocalDate day() {
    return day;
  }

  /** How many pages came so far. */
  int count() {
    return count;
  }

  void add(ParsedPage.Entries page) {
    count++;
    String where = count == 1 ? "" : "page " + count + ", ";
    page.announcements().forEach(announcement -> sightings.add(announcement.sighting()));
    page.setAside().forEach(line -> setAside.add(where + line));
    // More may be posted while the pages are read, and the last page may say that it is none.
    if (page.total() != null && (promised == null || page.total() > promised)) {
      promised = page.total();
    }
  }

  /** What all the pages together are. */
  HarvestOutcome outcome() {
    int given = sightings.size() + setAside.size();
    if (promised == null && given > 0) {
      return new HarvestOutcome.Broken(
          "it does not say how many papers there are, so some may be missing");
    }
    if (promised != null && given < promised) {
      return new HarvestOutcome.Broken(
          "it promises %,d papers and gave %,d".formatted(promised, given));
    }
    if (given == 0) {
      return new HarvestOutcome.NothingNew("it lists no papers for " + day);
    }
    if (sightings.isEmpty()) {
      return new HarvestOutcome.Broken(
          "none of its " + given + " records is a paper; " + setAside.getFirst());
    }
    return new HarvestOutcome.Harvested(sightings, setAside);
  }
}
