package dev.offprint.web;

import dev.offprint.interests.InterestCheck;
import dev.offprint.papers.Candidate;
import dev.offprint.search.PaperCatalogue;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.RateLimit;
import dev.offprint.web.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Papers that fit a text, out of all that are kept, and the way to subscribe to the search. */
final class SearchPage {
  /**
   * How often an interest is counted: working out what it means takes as long as all else of ten
   * pages, and in a flood of searches the papers come first.
   */
  private static final int COUNTED_AT_ONCE = 10;

  private static final Duration COUNTED_EACH = Duration.ofMillis(200);

  private final PaperCatalogue catalogue;
  private final RecentPapers recent;
  private final PaperItems items;
  private final InstantSource clock;
  private final RateLimit<String> counting = new RateLimit<>(COUNTED_AT_ONCE, COUNTED_EACH);

  SearchPage(PaperCatalogue catalogue, RecentPapers recent, PaperItems items, InstantSource clock) {
    this.catalogue = catalogue;
    this.recent = recent;
    this.items = items;
    this.clock = clock;
  }

  Page show(Request request) {
    Search search = Search.of(request.query());
    Map<String, Object> values = new HashMap<>(search.values());
    values.put("asked", !search.isEmpty());
    if (!search.errors().isEmpty()) {
      return new Page(422, "web/search.html", values(values, List.of(), 0));
    }
    if (search.isEmpty()) {
      return Page.ok("web/search.html", values(values, List.of(), 0));
    }
    PaperCatalogue.Found found = search.in(catalogue);
    interest(search).ifPresent(interest -> offer(interest, values));
    if (search.page() > 1) {
      values.put("before", search.address(search.page() - 1));
    }
    if (search.offset() + found.papers().size() < found.total() && search.page() < Search.PAGES) {
      values.put("after", search.address(search.page() + 1));
    }
    return Page.ok("web/search.html", values(values, found.papers(), found.total()));
  }

  private Map<String, Object> values(
      Map<String, Object> values, List<Candidate> papers, int total) {
    values.put("items", items.html(papers));
    values.put("total", total);
    return values;
  }

  /** What one would subscribe to; empty when the search is none that a mail can be chosen by. */
  private static Optional<Interest> interest(Search search) {
    try {
      Interest interest = new Interest(search.interest());
      return InterestCheck.complaint(interest).isEmpty() ? Optional.of(interest) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void offer(Interest interest, Map<String, Object> values) {
    values.put("interest", interest.line());
    if (counting.take("all", clock.instant()).isEmpty()) {
      values.put("brought", recent.count(interest));
      values.put("ofLate", InterestDial.OF_LATE);
    }
  }
}
