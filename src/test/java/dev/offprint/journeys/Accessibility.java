package dev.offprint.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What axe-core finds in a page as it is shown now. The scripts come in by the browser's debugging
 * protocol, to which a page's content security policy does not apply.
 */
final class Accessibility {
  private static final String AXE = Script.named("/axe.min.js");
  private static final String LOOK = Script.named("accessibility.js");

  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

  private Accessibility() {}

  /** By WCAG 2.2 at level AA, and by what axe calls good practice. */
  static List<String> ofPage(Page page) {
    List<String> problems =
        new ArrayList<>(
            problems(
                page, Stream.concat(WCAG_2_2_AA.stream(), Stream.of("best-practice")).toList()));
    int titles = page.locator("h1").count();
    if (titles > 1) {
      problems.add("it has " + titles + " headings of the first level, and should have one");
    }
    return problems;
  }

  /** By WCAG alone: a mail is no whole page, so it needs no landmarks. */
  static List<String> ofMail(Page page) {
    return problems(page, WCAG_2_2_AA);
  }

  private static List<String> problems(Page page, List<String> tags) {
    if (page.evaluate("() => 'axe' in window").equals(false)) {
      page.evaluate(AXE);
    }
    return Lines.of(page.evaluate(LOOK, tags));
  }
}
