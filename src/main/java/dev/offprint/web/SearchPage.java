package dev.offprint.web;

import dev.offprint.config.IpNetwork;
import dev.offprint.interests.InterestCheck;
import dev.offprint.interests.PastedInterests;
import dev.offprint.papers.Candidate;
import dev.offprint.search.PaperCatalogue;
import dev.offprint.subscribers.Interest;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Papers that fit a text, out of all that are kept, and the way to subscribe to the search. */
final class SearchPage {
  private final WebServer.Library library;
  private final PaperItems items;
  private final InterestBudget budget;

  SearchPage(WebServer.Library library, PaperItems items, InterestBudget budget) {
    this.library = library;
    this.items = items;
    this.budget = budget;
  }

  Page show(Request request) {
    Search search = Search.of(request.query());
    Map<String, Object> values = new HashMap<>(search.values());
    values.put("asked", !search.isEmpty());
    values.put("incomplete", !search.isEmpty() && !library.catalogue().isComplete());
    if (!search.errors().isEmpty()) {
      return new Page(422, "web/search.html", values(values, List.of(), 0));
    }
    if (search.isEmpty()) {
      return Page.ok("web/search.html", values(values, List.of(), 0));
    }
    PaperCatalogue.Found found = search.in(library.catalogue(), library.papers());
    boolean unknown = search.named().isPresent() && found.total() == 0;
    values.put("unknown", unknown);
    if (found.total() == 0 && !unknown) {
      values.put("hints", hints(search));
    }
    interest(search)
        .filter(interest -> !unknown)
        .ifPresent(interest -> offer(interest, request.network(), values));
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

  /** What may have been meant, where nothing was found. */
  private static List<String> hints(Search search) {
    return PastedInterests.read(search.interest()).notes().stream()
        .map(PastedInterests.Note::toString)
        .toList();
  }

  private void offer(Interest interest, IpNetwork network, Map<String, Object> values) {
    values.put("interest", interest.line());
    // In a flood of searches the papers come first.
    if (budget.take(interest, network).isEmpty()) {
      values.put("brought", library.recent().count(interest));
    }
  }
}
