package dev.offprint.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the Tab key reaches every link and field in the order of the page, and shows where it is.
 */
final class Keyboard {
  private static final String STOPS = Script.named("stops.js");
  private static final String FOCUS = Script.named("focus.js");

  /** A field for a time of day takes one press for each of its parts, and one for its clock. */
  private static final int MOST_PARTS = 4;

  /** Where the address leads to a place within the page, Tab starts there; here at its top. */
  private static final String TO_THE_TOP =
      """
      () => {
        if (location.hash) {
          document.body.tabIndex = -1;
          document.body.focus();
          document.body.removeAttribute('tabindex');
        }
      }\
      """;

  private Keyboard() {}

  /** Of a page that nothing was done with yet: Tab goes on from wherever the focus is. */
  static List<String> problems(Page page) {
    List<String> problems = walk(page);
    page.evaluate("() => document.activeElement.blur()");
    return problems;
  }

  private static List<String> walk(Page page) {
    List<String> stops = Lines.of(page.evaluate(STOPS));
    List<String> problems = new ArrayList<>();
    page.evaluate(TO_THE_TOP);
    int reached = -1;
    for (int press = 0; press < stops.size() * MOST_PARTS && reached < stops.size() - 1; press++) {
      page.keyboard().press("Tab");
      List<?> focus = (List<?>) page.evaluate(FOCUS);
      int place = ((Number) focus.getFirst()).intValue();
      if (place < 0 || place == reached) {
        continue;
      }
      if (place != reached + 1) {
        problems.add("Tab should reach " + stops.get(reached + 1) + ", but " + stops.get(place));
        return problems;
      }
      if (focus.getLast().equals(0)) {
        problems.add("nothing shows that the focus is on " + stops.get(place));
      }
      reached = place;
    }
    if (reached < stops.size() - 1) {
      problems.add("Tab never reaches " + stops.get(reached + 1));
    }
    return problems;
  }
}
