package dev.offprint.web;

import dev.offprint.papers.Candidate;
import dev.offprint.selection.InterestCheck;
import dev.offprint.selection.PaperCatalogue;
import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Interest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Papers that fit a text, out of all that are kept, and the way to subscribe to the search. */
final class SearchPage {
  private final PaperCatalogue catalogue;
  private final RecentPapers recent;

  SearchPage(PaperCatalogue catalogue, RecentPapers recent) {
    this.catalogue = catalogue;
    this.recent = recent;
  }

  Answer show(Request request) {
    Search search = Search.of(request.query());
    Map<String, Object> values = new HashMap<>(search.values());
    values.put("asked", !search.isEmpty());
    if (!search.errors().isEmpty()) {
      return new Answer(422, "web/search.html", values(values, List.of(), 0));
    }
    if (search.isEmpty()) {
      return Answer.ok("web/search.html", values(values, List.of(), 0));
    }
    PaperCatalogue.Found found = find(search);
    interest(search).ifPresent(interest -> offer(interest, values));
    if (search.page() > 1) {
      values.put("before", search.address(search.page() - 1));
    }
    if (search.offset() + found.papers().size() < found.total() && search.page() < Search.PAGES) {
      values.put("after", search.address(search.page() + 1));
    }
    return Answer.ok("web/search.html", values(values, found.papers(), found.total()));
  }

  /** A page of what fits. */
  PaperCatalogue.Found find(Search search) {
    return catalogue.search(search.query(), search.offset(), Search.PAGE);
  }

  private static Map<String, Object> values(
      Map<String, Object> values, List<Candidate> papers, int total) {
    values.put("papers", PaperView.of(papers));
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
    values.put("brought", recent.count(interest));
  }
}
