package dev.offprint.web;

import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Message;
import dev.offprint.search.FoundPapers;
import dev.offprint.selection.DaySelector;
import dev.offprint.subscribers.Interest;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Papers that fit a text, out of all that are kept, and the way to subscribe to the search. */
final class SearchPage {
  private final WebServer.Library library;
  private final RankedSearch ranked;
  private final PaperItems items;

  SearchPage(WebServer.Library library, RankedSearch ranked, PaperItems items) {
    this.library = library;
    this.ranked = ranked;
    this.items = items;
  }

  Page show(Request request) {
    Search search = Search.of(request.query());
    Map<String, Object> values = new HashMap<>(search.values());
    values.put("asked", !search.isEmpty());
    values.put("incomplete", !search.isEmpty() && !library.catalogue().isComplete());
    if (!search.errors().isEmpty()) {
      return page(values, "", 0).with(422);
    }
    if (search.isEmpty()) {
      return page(values, "", 0);
    }
    RankedSearch.Results results = ranked.of(search, request.network());
    FoundPapers found = results.found();
    boolean unknown = search.named().isPresent() && found.total() == 0;
    values.put("unknown", unknown);
    if (found.total() == 0 && !unknown) {
      values.put("hints", hints(search));
    }
    if (!unknown) {
      results.interest().ifPresent(interest -> offer(interest, results.affordable(), values));
    }
    if (search.page() > 1) {
      values.put("before", search.address(search.page() - 1));
    }
    if (search.offset() + found.papers().size() < found.total() && search.page() < Search.PAGES) {
      values.put("after", search.address(search.page() + 1));
    }
    return page(
        values, items.html(found.papers(), results.sentences(), request.language()), found.total());
  }

  private static Page page(Map<String, Object> values, String items, int total) {
    values.put("items", items);
    values.put("total", total);
    return Page.ok("web/search.html", values);
  }

  /** What may have been meant, where nothing was found. */
  private static List<Message> hints(Search search) {
    return PastedInterests.read(search.interest()).notes().stream()
        .map(PastedInterests.Note::message)
        .toList();
  }

  private void offer(Interest interest, boolean affordable, Map<String, Object> values) {
    values.put("interest", interest.line());
    // In a flood of searches the papers come first.
    if (affordable) {
      values.put("brought", library.recent().count(interest));
      values.put("days", DaySelector.CANDIDATE_DAYS);
    }
  }
}
