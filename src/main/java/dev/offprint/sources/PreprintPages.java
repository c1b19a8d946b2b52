package dev.offprint.sources;

import dev.offprint.papers.Sighting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages of one day's preprints, and whether all of them came. */
final class PreprintPages {
  /** So small a part of what is promised, in percent, may be a mistake in counting. */
  private static final int SMALL = 5;

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

  /**
   * What all the pages together are. A day that is cut short may be whole when it is asked for
   * again; one that is still short when it is past has no more.
   *
   * @param isPast whether it is asked for again only if this is no answer
   */
  HarvestOutcome outcome(boolean isPast) {
    int given = sightings.size() + setAside.size();
    if (promised == null && given > 0) {
      return new HarvestOutcome.Broken(
          "it does not say how many papers there are, so some may be missing");
    }
    String shortfall = shortfall(given);
    if (shortfall != null && !(isPast || isSmall(given))) {
      return new HarvestOutcome.Broken(shortfall);
    }
    if (given == 0) {
      return new HarvestOutcome.NothingNew("it lists no papers for " + day);
    }
    if (sightings.isEmpty()) {
      return new HarvestOutcome.Broken(
          "none of its " + given + " records is a paper; " + setAside.getFirst());
    }
    return new HarvestOutcome.Harvested(sightings, setAside, shortfall);
  }

  private @Nullable String shortfall(int given) {
    return promised == null || given >= promised
        ? null
        : String.format(Locale.ROOT, "it promises %,d papers and gave %,d", promised, given);
  }

  private boolean isSmall(int given) {
    return promised != null && 100 * (promised - given) <= SMALL * promised;
  }
}
