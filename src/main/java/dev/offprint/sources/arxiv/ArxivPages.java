package dev.offprint.sources.arxiv;

import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.Announcement;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.ParsedPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What the pages of one harvest give together. */
final class ArxivPages {
  private final Map<PaperId, Sighting> sightings = new LinkedHashMap<>();
  private final List<String> setAside = new ArrayList<>();
  private int pages;
  private int given;

  /** Takes a page, and of its papers those that are wanted; each paper counts once. */
  void add(ParsedPage.Entries page, Predicate<Announcement> wanted) {
    pages++;
    given += size(page);
    String where = pages == 1 ? "" : "page " + pages + ", ";
    page.setAside().forEach(line -> setAside.add(where + line));
    for (Announcement announcement : page.announcements()) {
      if (wanted.test(announcement)) {
        sightings.putIfAbsent(announcement.sighting().paper().id(), announcement.sighting());
      }
    }
  }

  /** How many records a page holds, usable or not. */
  static int size(ParsedPage.Entries page) {
    return page.announcements().size() + page.setAside().size();
  }

  /** The end of the harvest of a day on which arXiv announces. */
  HarvestOutcome outcome(LocalDate day) {
    if (!sightings.isEmpty()) {
      return new HarvestOutcome.Harvested(List.copyOf(sightings.values()), setAside);
    }
    if (given == 0) {
      return new HarvestOutcome.Broken(
          "it lists no papers for " + day + ", on which arXiv announces");
    }
    return setAside.size() == given
        ? new HarvestOutcome.Broken(
            "none of its " + given + " records is a paper; " + setAside.getFirst())
        : new HarvestOutcome.NothingNew(
            String.format(
                Locale.ROOT,
                "none of its %,d records is a recent paper of the configured categories",
                given));
  }
}
