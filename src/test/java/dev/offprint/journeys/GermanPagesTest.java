package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.offprint.app.Installation;
import dev.offprint.app.Serving;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The pages in another language than English, whose words are longer. */
@ExtendWith(Chromium.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GermanPagesTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final String ADDRESS = "grete@example.org";
  private static final Duration READING = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void somebodyWhoReadsGermanGetsAlongInIt(Browser browser) {
    try (Installation offprint = new Installation(folder, MONDAY_NOON)) {
      assertThat(offprint.run("papers", "import", PAPERS, "--date", "today").exit()).isZero();
      try (Serving serving = offprint.serve();
          Visitor visitor = new Visitor(browser, true, "de-DE")) {
        read(serving, visitor);
        subscribe(offprint, serving, visitor);
        // From here on the pages are in the reader's language, whatever the browser asks for.
        change(visitor);
        leave(visitor);
      }
    }
  }

  private static void read(Serving serving, Visitor visitor) {
    visitor.open(serving.pages());
    visitor.visit("de-front");
    visitor.follow("Beliebt");
    visitor.visit("de-days");
    visitor.follow("Montag, 2. März");
    visitor.visit("de-day");
    visitor.follow("Suchen");
    visitor.fill("Wörter, eine", "attention");
    visitor.press("Suchen");
    visitor.visit("de-search-results");
    visitor.follow("Einzelheiten");
    visitor.visit("de-paper");
    visitor.open(serving.pages().resolve("no-such-page"));
    visitor.visit("de-no-such-page");
    visitor.follow("Lassen Sie sich einen Link");
    visitor.visit("de-link");
  }

  private static void subscribe(Installation offprint, Serving serving, Visitor visitor) {
    visitor.open(serving.pages());
    visitor.fill("Ihre E-Mail-Adresse", ADDRESS);
    visitor.press("Abonnieren");
    visitor.fill("Arbeiten zu meinen Interessen", "attention\nresidual learning of zebrafish");
    visitor.waitFor("Unten ansehen");
    visitor.press("Zeigen, was heute käme");
    visitor.visit("de-subscribe-with-preview");
    visitor.choose("Zeitzone", "Europe/Oslo");
    offprint.clock.tick(READING);
    visitor.press("Abonnieren");
    visitor.visit("de-asked");
    assertThat(offprint.waitForMails(1)).isTrue();
    String mail = offprint.receivedBy(ADDRESS).getFirst().html();
    String confirm = Jsoup.parse(mail).expectFirst("a[href*=/confirm/]").attr("href");
    visitor.open(serving.pages().resolve(URI.create(confirm).getRawPath()));
    visitor.visit("de-confirm");
    visitor.press("Ja, abonnieren");
    visitor.visit("de-confirmed");
  }

  private static void change(Visitor visitor) {
    visitor.follow("ändern, was Sie bekommen");
    visitor.visit("de-preferences");
    String preferences = visitor.address().toString();
    visitor.fill("Höchstens so viele", "99");
    visitor.press("Zeigen, was heute käme");
    visitor.visit("de-preferences-with-preview");
    visitor.open(URI.create(preferences.replace("/preferences/", "/weekly/")));
    visitor.visit("de-weekly");
    visitor.press("Eine E-Mail in der Woche");
    visitor.visit("de-how-often");
    visitor.open(URI.create(preferences.replace("/preferences/", "/pause/")));
    visitor.press("Eine Woche Pause");
    visitor.visit("de-paused");
    visitor.press("Jetzt fortsetzen");
    visitor.visit("de-preferences-saved");
    assertThat(visitor.text()).contains("Ihre Ausgaben gehen weiter.");
  }

  private static void leave(Visitor visitor) {
    visitor.follow("Abbestellen");
    visitor.visit("de-unsubscribe");
    visitor.press("Abbestellen");
    visitor.visit("de-unsubscribed");
    visitor.press("Meine Daten löschen");
    visitor.visit("de-data-asked");
  }
}
