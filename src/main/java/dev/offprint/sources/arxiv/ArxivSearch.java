package dev.offprint.sources.arxiv;

import dev.offprint.papers.Sighting;
import dev.offprint.sources.Announcement;
import dev.offprint.sources.HarvestEnded;
import dev.offprint.sources.ParsedPage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The papers of one announcement from arXiv's API, by the time of their submission. Papers that
 * moderators held back longer are not among them, nor is anything listed anew in a category.
 */
final class ArxivSearch {
  /** Entries in one answer; arXiv advises against more than 1,000. */
  static final int PAGE = 500;

  /** The most that arXiv gives of one answer, over all its pages. */
  private static final int MOST = 30_000;

  private final ArxivAddresses addresses;
  private final List<String> categories;
  private final ArxivRequests requests;
  private final InstantSource clock;

  ArxivSearch(
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
   * Collects all of them.
   *
   * @throws HarvestEnded when any page is missing
   */
  void collect(LocalDate day, ArxivPages pages) {
    int start = 0;
    int total;
    do {
      ParsedPage.Entries page = page(day, start);
      // The minutes of the deadlines belong to two announcements.
      pages.add(page, entry -> entry.sighting().paper().dates().announced().equals(day));
      start += ArxivPages.size(page);
      total = total(page);
    } while (start < total);
  }

  /**
   * The paper with that id.
   *
   * @return empty when arXiv does not have it
   * @throws HarvestEnded when no usable answer comes
   */
  List<Sighting> paper(String id) {
    return requests
        .entries(
            addresses.paper(id), bytes -> new ArxivAtomParser(null, clock.instant()).parse(bytes))
        .announcements()
        .stream()
        .map(Announcement::sighting)
        .filter(sighting -> sighting.paper().id().value().equals(id))
        .toList();
  }

  /** A page that is not cut short; one that is, is asked for once more. */
  private ParsedPage.Entries page(LocalDate day, int start) {
    ParsedPage.Entries page = ask(day, start);
    if (isShort(page, start) || ArxivPages.size(page) == 0) {
      page = ask(day, start);
    }
    if (isShort(page, start)) {
      throw HarvestEnded.broken(
          String.format(
              Locale.ROOT,
              "cut short: it promises %,d papers and gave %,d",
              total(page),
              start + ArxivPages.size(page)));
    }
    return page;
  }

  private ParsedPage.Entries ask(LocalDate day, int start) {
    return requests.entries(
        addresses.search(categories, ArxivCalendar.submissionsOf(day), start, PAGE),
        bytes -> new ArxivAtomParser(null, clock.instant()).parse(bytes));
  }

  private static boolean isShort(ParsedPage.Entries page, int start) {
    return ArxivPages.size(page) < Math.min(PAGE, total(page) - start);
  }

  private static int total(ParsedPage.Entries page) {
    Integer total = page.total();
    if (total == null) {
      throw HarvestEnded.broken(
          "it does not say how many papers there are, so some may be missing");
    }
    if (total > MOST) {
      throw HarvestEnded.broken(
          String.format(Locale.ROOT, "it promises %,d papers for one day", total));
    }
    return total;
  }
}
