package dev.offprint.web;

import dev.offprint.search.PaperCatalogue;
import dev.offprint.search.PaperQuery;
import dev.offprint.subscribers.Interest;
import dev.offprint.web.http.FormFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as it stands behind the question mark of an address: {@code q}, {@code category}, {@code
 * from}, {@code to} and {@code page}.
 *
 * @param typed what was given, as it was, but for the page
 * @param query what is looked for
 * @param page 1 to {@value #PAGES}
 * @param errors what is wrong, by the name of the field
 */
record Search(Map<String, String> typed, PaperQuery query, int page, Map<String, String> errors) {
  /** How many papers a page has. */
  static final int PAGE = 20;

  /** The last page; whoever wants more narrows the search. */
  static final int PAGES = 50;

  // What can be subscribed to; a longer text of names would take half a second.
  private static final int LONGEST = Interest.MAX_LENGTH;

  static Search of(FormFields query) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String name : new String[] {"q", "category", "from", "to"}) {
      String value = query.text(name).strip();
      if (!value.isEmpty()) {
        typed.put(name, value);
      }
    }
    Map<String, String> errors = new HashMap<>();
    if (typed.getOrDefault("q", "").length() > LONGEST) {
      errors.put("q", "A search takes up to " + LONGEST + " characters.");
    }
    LocalDate from = day(typed, "from", errors);
    LocalDate to = day(typed, "to", errors);
    if (from != null && to != null && to.isBefore(from)) {
      errors.put("to", "This day is before the first one.");
    }
    return new Search(
        typed,
        new PaperQuery(typed.getOrDefault("q", ""), typed.getOrDefault("category", ""), from, to),
        page(query.text("page")),
        errors);
  }

  private static @Nullable LocalDate day(
      Map<String, String> typed, String name, Map<String, String> errors) {
    String text = typed.get(name);
    LocalDate day = text == null ? null : DayPage.day(text).orElse(null);
    if (text != null && day == null) {
      errors.put(name, "Write a day as 2026-05-27.");
    }
    return day;
  }

  private static int page(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, PAGES);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  boolean isEmpty() {
    return typed.isEmpty();
  }

  int offset() {
    return (page - 1) * PAGE;
  }

  /** The page of what fits. */
  PaperCatalogue.Found in(PaperCatalogue catalogue) {
    return catalogue.search(query, offset(), PAGE);
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
    return Map.of(
        "q", typed.getOrDefault("q", ""),
        "category", typed.getOrDefault("category", ""),
        "from", typed.getOrDefault("from", ""),
        "to", typed.getOrDefault("to", ""),
        "page", page,
        "query", address(1),
        "errors", errors);
  }
}
