package dev.offprint.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How a page is looked at.
 *
 * @param width of the window, in CSS pixels
 */
record Look(int width, int height, ColorScheme scheme) {
  private static final Look PHONE_AT_NIGHT = new Look(360, 740, ColorScheme.DARK);
  private static final Look DESK_BY_DAY = new Look(1280, 800, ColorScheme.LIGHT);

  static final List<Look> ALL =
      List.of(
          PHONE_AT_NIGHT,
          new Look(360, 740, ColorScheme.LIGHT),
          new Look(1280, 800, ColorScheme.DARK),
          DESK_BY_DAY);

  /** Each width and each scheme once, for what takes long. */
  static final List<Look> UNLIKE = List.of(PHONE_AT_NIGHT, DESK_BY_DAY);

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  void apply(Page page) {
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  /** Keeps the whole page as a picture, for people. */
  void keep(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file(name, "png")).setFullPage(true));
  }

  /** Keeps the page as it would be printed. */
  static void print(Page page, String name) {
    page.pdf(new Page.PdfOptions().setPath(SCREENSHOTS.resolve(name + ".pdf")).setFormat("A4"));
  }

  private Path file(String name, String ending) {
    return SCREENSHOTS.resolve(name + "-" + this + "." + ending);
  }

  @Override
  public String toString() {
    return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
  }
}
