package dev.offprint.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Whether a page fits into narrow windows, so that nobody has to scroll sideways (WCAG 1.4.10). */
final class Reflow {
  private static final String LOOK = Script.named("reflow.js");

  /** The narrowest that WCAG asks for, and a small laptop's window of 1280 px at 200 %. */
  private static final List<Integer> WIDTHS = List.of(320, 640);

  private Reflow() {}

  static List<String> problems(Page page) {
    List<String> problems = new ArrayList<>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 800);
      problems.addAll(Lines.of(page.evaluate(LOOK)));
    }
    return problems;
  }
}
