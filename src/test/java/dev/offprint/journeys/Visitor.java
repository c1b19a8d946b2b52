package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Somebody who goes through the pages in a browser window of their own. Each page that they {@link
 * #visit} is looked at from all sides; what the window asks for and what its console says is
 * watched all the time.
 */
final class Visitor implements AutoCloseable {
  private static final Set<String> CHECKED_STYLE_SHEETS = new HashSet<>();

  private final BrowserContext window;
  private final Page page;
  private final boolean scripts;
  private final Watch watch = new Watch();
  private String html = "";
  private int loads;

  /**
   * Opens a window.
   *
   * @param scripts whether pages may run scripts
   */
  Visitor(Browser browser, boolean scripts) {
    this(browser, scripts, "en-GB");
  }

  /**
   * Opens a window of somebody who reads a language.
   *
   * @param language its tag, such as {@code de-DE}
   */
  Visitor(Browser browser, boolean scripts, String language) {
    this.scripts = scripts;
    window =
        browser.newContext(
            new Browser.NewContextOptions().setJavaScriptEnabled(scripts).setLocale(language));
    // Whoever looks at requests gets none from the browser's cache: each page comes as it is sent.
    window.route("**/*", route -> route.resume());
    page = window.newPage();
    watch.over(page);
    page.onLoad(loaded -> loads++);
  }

  void open(URI address) {
    arrive(() -> page.navigate(address.toString()));
  }

  /** Shows a mail as a mail program would. */
  void open(String mailHtml) {
    page.navigate("about:blank");
    page.setContent(mailHtml);
  }

  void press(String button) {
    arrive(() -> button(button).click());
  }

  /** Follows the first link of this name. */
  void follow(String link) {
    arrive(() -> link(link).click());
  }

  /** A click, and the wait for what it leads to. */
  private void arrive(Runnable click) {
    int before = loads;
    click.run();
    page.waitForCondition(() -> loads > before);
    html = watch.read();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  void fill(String label, String text) {
    page.getByLabel(label).fill(text);
  }

  void choose(String label, String value) {
    page.getByLabel(label).selectOption(value);
  }

  /** Waits until a script has put a text on the page. */
  void waitFor(String text) {
    page.getByText(text).first().waitFor();
  }

  URI address() {
    return URI.create(page.url());
  }

  String text() {
    return page.locator("body").innerText();
  }

  /**
   * Checks the page that is shown, and keeps pictures of it.
   *
   * @param name of the pictures
   */
  void visit(String name) {
    List<String> problems = new ArrayList<>(sent());
    problems.addAll(inEveryLook(name, Accessibility::ofPage));
    problems.addAll(Reflow.problems(page));
    problems.addAll(Keyboard.problems(page));
    finish(name, problems);
  }

  /** The same for a mail, as far as it concerns one. */
  void visitMail(String name) {
    List<String> problems = inEveryLook(name, Accessibility::ofMail);
    problems.addAll(Reflow.problems(page));
    finish(name, problems);
  }

  /**
   * Keeps the upper part of the page as a picture for the documentation, if those are made anew.
   *
   * @param height of the part, in CSS pixels
   */
  void picture(String name, int height) {
    if (scripts && Boolean.getBoolean("offprint.regenerate")) {
      page.setViewportSize(1_000, height);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("docs", "images", name + ".jpeg"))
              .setType(ScreenshotType.JPEG)
              .setQuality(75));
    }
  }

  /** Keeps the page as it would be printed. */
  void print(String name) {
    if (scripts) {
      Look.print(page, name);
    }
  }

  /** Not without scripts: axe is one that waits, which a page cannot do then. */
  private List<String> inEveryLook(String name, Function<Page, List<String>> accessibility) {
    List<String> problems = new ArrayList<>();
    if (scripts) {
      for (Look look : Look.ALL) {
        look.apply(page);
        look.keep(page, name);
        if (Look.UNLIKE.contains(look)) {
          accessibility.apply(page).forEach(problem -> problems.add(look + ": " + problem));
        }
      }
    }
    return problems;
  }

  private List<String> sent() {
    List<String> problems = new ArrayList<>(Markup.ofPage(html));
    for (String styles : watch.styleSheets()) {
      if (CHECKED_STYLE_SHEETS.add(styles)) {
        Markup.ofStyleSheet(styles).forEach(problem -> problems.add("its styles, " + problem));
      }
    }
    return problems;
  }

  private void finish(String name, List<String> problems) {
    problems.addAll(watch.problems());
    assertThat(problems).as("what is wrong with the page %s, %s", name, page.url()).isEmpty();
  }

  @Override
  public void close() {
    window.close();
    assertThat(watch.problems()).as("what went wrong between the pages").isEmpty();
  }
}
