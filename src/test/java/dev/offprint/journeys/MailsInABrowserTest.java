package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SampleMails;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of mail, as a mail program shows it. With {@code -Doffprint.regenerate=true} the
 * pictures in {@code docs/images} are made anew.
 */
@ExtendWith(Chromium.class)
class MailsInABrowserTest {
  private static final Path PICTURES = Path.of("docs", "images");
  private static final Map<String, RenderedMail> MAILS = SampleMails.all();

  /** Height of a row of links in pixels, by WCAG 2.5.5 and the makers of phones. */
  private static final int TARGET = 44;

  @ParameterizedTest
  @MethodSource("names")
  void isReadableByEveryoneAndValid(String name, Browser browser) {
    try (Visitor visitor = new Visitor(browser, true)) {
      visitor.open(mail(name).html());
      visitor.visitMail("mail-sample-" + name);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void headingsAreInOrder(String name) {
    Document html = Jsoup.parse(mail(name).html());
    int last = 0;
    for (Element heading : html.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(last + 1);
      last = level;
    }
    assertThat(html.select("h1")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void canBeTappedAndSeen(String name, Browser browser) {
    for (int width : new int[] {360, 720}) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (Page page =
            browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, 740).setColorScheme(scheme))) {
          page.setContent(mail(name).html());
          assertThat(tooSmall(page)).as("%s at %d pixels", name, width).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
          keep(page, name, width, scheme);
        }
      }
    }
  }

  /** Links beside others that are lower than a finger needs; titles have lines of their own. */
  private static List<String> tooSmall(Page page) {
    List<String> small = new ArrayList<>();
    Object found =
        page.evaluate(
            "least => [...document.querySelectorAll('p > a + a, p > a:has(+ a)')]"
                + ".filter(a => a.getClientRects()[0].height < least).map(a => a.textContent)",
            TARGET);
    ((List<?>) found).forEach(each -> small.add(String.valueOf(each)));
    return small;
  }

  private static void keep(Page page, String name, int width, ColorScheme scheme) {
    if (!Boolean.getBoolean("offprint.regenerate")) {
      return;
    }
    String file = "mail-" + name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(file + ".jpeg"))
            .setType(ScreenshotType.JPEG)
            .setQuality(75)
            .setFullPage(true));
    if (file.equals("mail-edition-720-light")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve("mail.jpeg"))
              .setType(ScreenshotType.JPEG)
              .setQuality(85)
              .setFullPage(true)
              .setClip(0, 0, width, 800));
    }
  }

  private static RenderedMail mail(String name) {
    return java.util.Objects.requireNonNull(MAILS.get(name));
  }

  static Set<String> names() {
    return SampleMails.all().keySet();
  }
}
