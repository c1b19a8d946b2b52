package dev.offprint.web;

import dev.offprint.interests.NamedPaper;
import dev.offprint.interests.PaperReference;
import dev.offprint.messages.Message;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.search.FoundPapers;
import dev.offprint.search.PaperCatalogue;
import dev.offprint.search.PaperQuery;
import dev.offprint.search.PaperQuery.Order;
import dev.offprint.subscribers.Interest;
import dev.offprint.web.http.FormFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as it stands behind the question mark of an address: {@code q}, {@code category}, {@code
 * from}, {@code to}, {@code sort} and {@code page}.
 *
 * @param typed what was given, as it was, but for the page
 * @param query what is looked for
 * @param page 1 to {@value #PAGES}
 * @param errors what is wrong, by the name of the field
 */
record Search(Map<String, String> typed, PaperQuery query, int page, Map<String, Message> errors) {
  /** How many papers a page has. */
  static final int PAGE = 20;

  /** The last page; whoever wants more narrows the search. */
  static final int PAGES = 50;

  private static final String SORT = "sort";

  // What can be subscribed to; a longer text of names would take half a second.
  private static final int LONGEST = Interest.MAX_LENGTH;

  static Search of(FormFields query) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String name : new String[] {"q", "category", "from", "to", SORT}) {
      String value = query.text(name).strip();
      if (!value.isEmpty()) {
        typed.put(name, value);
      }
    }
    Map<String, Message> errors = new HashMap<>();
    if (typed.getOrDefault("q", "").length() > LONGEST) {
      errors.put("q", Message.of("page.search.q.error", LONGEST));
    }
    LocalDate from = day(typed, "from", errors);
    LocalDate to = day(typed, "to", errors);
    if (from != null && to != null && to.isBefore(from)) {
      errors.put("to", Message.of("page.search.to.error"));
    }
    return new Search(
        typed,
        new PaperQuery(
            typed.getOrDefault("q", ""),
            typed.getOrDefault("category", ""),
            from,
            to,
            order(typed, errors)),
        page(query.text("page")),
        errors);
  }

  private static @Nullable LocalDate day(
      Map<String, String> typed, String name, Map<String, Message> errors) {
    String text = typed.get(name);
    LocalDate day = text == null ? null : DayPage.day(text).orElse(null);
    if (text != null && day == null) {
      errors.put(name, Message.of("page.search.day.error"));
    }
    return day;
  }

  private static Order order(Map<String, String> typed, Map<String, Message> errors) {
    return switch (typed.getOrDefault(SORT, "best")) {
      case "best" -> Order.BEST;
      case "newest" -> Order.NEWEST;
      default -> {
        errors.put(SORT, Message.of("page.search.sort.error"));
        yield Order.BEST;
      }
    };
  }

  /** What is wrong with the page, for programs; people are shown the nearest one. */
  static Optional<String> pageProblem(FormFields query) {
    String text = query.text("page");
    return text.isEmpty() || text.equals(Integer.toString(page(text)))
        ? Optional.empty()
        : Optional.of("Give a whole number from 1 to " + PAGES + ".");
  }

  private static int page(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, PAGES);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private Search in(Order order) {
    Map<String, String> same = new LinkedHashMap<>(typed);
    same.put(SORT, order.name().toLowerCase(Locale.ROOT));
    return new Search(same, query.in(order), 1, errors);
  }

  /** The same, as a feed has it. */
  Search newestFirst() {
    Map<String, String> same = new LinkedHashMap<>(typed);
    same.remove(SORT);
    return new Search(same, query.in(Order.NEWEST), 1, errors);
  }

  boolean isEmpty() {
    return typed.isEmpty();
  }

  int offset() {
    return (page - 1) * PAGE;
  }

  /** The page of what fits; the one paper alone, where the text names one. */
  FoundPapers in(PaperCatalogue catalogue, PaperStore papers) {
    NamedPaper named = NamedPaper.in(query.text(), papers);
    if (named.isForOne()) {
      List<Candidate> one = named.paper().stream().toList();
      return new FoundPapers(page == 1 ? one : List.of(), one.size());
    }
    return catalogue.search(query, offset(), PAGE);
  }

  /** Whether one paper is looked for, whatever fits the words. */
  boolean isForOne(PaperStore papers) {
    return NamedPaper.in(query.text(), papers).isForOne();
  }

  /** The paper that the text names, in any of the ways in which people copy it. */
  Optional<PaperId> named() {
    return PaperReference.of(query.text());
  }

  /** The same as an interest, which has the category in it and no days. */
  String interest() {
    String category = typed.get("category");
    return category == null ? query.text() : query.text() + " cat:" + category;
  }

  /** What stands behind the question mark for a page of the same search. */
  String address(int page) {
    String same =
        typed.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return page == 1 ? same : same + "&page=" + page;
  }

  /** What the form shows. */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("q", typed.getOrDefault("q", ""));
    values.put("category", typed.getOrDefault("category", ""));
    values.put("from", typed.getOrDefault("from", ""));
    values.put("to", typed.getOrDefault("to", ""));
    values.put(SORT, query.order().name().toLowerCase(Locale.ROOT));
    values.put("page", page);
    values.put("query", newestFirst().address(1));
    values.put("best", in(Order.BEST).address(1));
    values.put("newest", in(Order.NEWEST).address(1));
    values.put("errors", errors);
    return values;
  }
}
