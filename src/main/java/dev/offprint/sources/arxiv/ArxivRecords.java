package dev.offprint.sources.arxiv;

import dev.offprint.papers.Paper;
import dev.offprint.sources.HarvestEnded;
import dev.offprint.sources.ParsedPage;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The papers of an announcement over OAI-PMH, by the day on which their record changed. So a paper
 * that was replaced since is found on the later day, and keeps the day of its own announcement.
 */
final class ArxivRecords {
  /** The most pages of one set; a busy day has about five. */
  static final int MOST_PAGES = 200;

  /** What was announced longer ago, in days, is old news that was only changed. */
  static final int RECENT = 45;

  private final ArxivAddresses addresses;
  private final List<String> categories;
  private final ArxivRequests requests;
  private final InstantSource clock;

  ArxivRecords(
      ArxivAddresses addresses,
      List<String> categories,
      ArxivRequests requests,
      InstantSource clock) {
    this.addresses = addresses;
    this.categories = categories;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Collects all of them, with what changed on the days before on which nothing was announced.
   *
   * @throws HarvestEnded when any page is missing
   */
  void collect(LocalDate day, ArxivPages pages) {
    LocalDate from = ArxivCalendar.before(day).plusDays(1);
    for (String set : ArxivAddresses.sets(categories)) {
      collect(addresses.records(set, from, day), day, pages);
    }
  }

  private void collect(URI first, LocalDate day, ArxivPages pages) {
    Set<String> tokens = new HashSet<>();
    int given = 0;
    int promised = 0;
    @Nullable URI next = first;
    while (next != null) {
      ParsedPage.Entries page =
          requests.entries(next, bytes -> new OaiPmhParser(clock.instant()).parse(bytes));
      pages.add(page, entry -> isWanted(entry.sighting().paper(), day));
      given += ArxivPages.size(page);
      promised = Math.max(promised, page.total() == null ? 0 : page.total());
      next = next(page.resumptionToken(), tokens);
    }
    if (given < promised) {
      throw HarvestEnded.broken(
          String.format(
              Locale.ROOT, "cut short: it promises %,d records and gave %,d", promised, given));
    }
  }

  private @Nullable URI next(@Nullable String token, Set<String> before) {
    if (token == null) {
      return null;
    }
    if (!before.add(token)) {
      throw HarvestEnded.broken("its pages lead in a circle");
    }
    if (before.size() == MOST_PAGES) {
      throw HarvestEnded.broken("it has more than " + MOST_PAGES + " pages for one day");
    }
    return addresses.records(token);
  }

  private boolean isWanted(Paper paper, LocalDate day) {
    LocalDate announced = paper.dates().announced();
    return !announced.isAfter(day)
        && announced.isAfter(day.minusDays(RECENT))
        && paper.categories().stream().anyMatch(this::isConfigured);
  }

  private boolean isConfigured(String category) {
    return categories.stream()
        .anyMatch(each -> category.equals(each) || category.startsWith(each + "."));
  }
}
