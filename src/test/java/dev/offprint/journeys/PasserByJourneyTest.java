package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.offprint.app.Installation;
import dev.offprint.app.Serving;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for whoever reads without a subscription, and those for who took a wrong turn. */
@ExtendWith(Chromium.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PasserByJourneyTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final String ADDRESS = "grace@example.org";

  @TempDir private Path folder;

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void aPasserByReadsSearchesAndFindsTheWayBack(boolean scripts, Browser browser) {
    try (Installation offprint = new Installation(folder, MONDAY_NOON)) {
      offprint.run("papers", "import", PAPERS, "--date", "today");
      offprint.run("subscribers", "add", ADDRESS, "--trending");
      try (Serving serving = offprint.serve();
          Visitor visitor = new Visitor(browser, scripts)) {
        read(serving, visitor);
        search(visitor);
        getTheLink(offprint, visitor);
        goWrong(serving, visitor);
      }
    }
  }

  private static void read(Serving serving, Visitor visitor) {
    visitor.open(serving.pages());
    visitor.follow("Trending");
    visitor.visit("days");
    visitor.follow("Monday 2 March");
    visitor.visit("day");
    visitor.print("day");
    visitor.follow("papers announced on this day");
    assertThat(visitor.text()).contains("Attention Is All You Need");
  }

  private static void search(Visitor visitor) {
    visitor.follow("Search");
    visitor.visit("search");
    visitor.fill("Words, a", "attention");
    visitor.press("Search");
    visitor.visit("search-results");
    visitor.follow("Details");
    visitor.visit("paper");
    visitor.follow("Search");
    visitor.fill("Words, a", "attention");
    visitor.press("Search");
    visitor.follow("Newest first");
    visitor.follow("Best fits first");
    visitor.follow("Subscribe to this search");
    visitor.visit("subscribe-to-a-search");
    assertThat(visitor.text()).contains("Attention Is All You Need");
    visitor.follow("Search");
    visitor.fill("Words, a", "zebrafish");
    visitor.press("Search");
    visitor.visit("search-without-results");
  }

  private static void getTheLink(Installation offprint, Visitor visitor) {
    visitor.follow("Get a link to your preferences");
    visitor.visit("link");
    visitor.fill("Your e-mail address", ADDRESS);
    offprint.clock.tick(Duration.ofSeconds(20));
    visitor.press("Send me the link");
    visitor.visit("link-asked");
    assertThat(offprint.waitForMails(1)).isTrue();
    visitor.open(offprint.receivedBy(ADDRESS).getFirst().html());
    visitor.visitMail("mail-link");
  }

  private static void goWrong(Serving serving, Visitor visitor) {
    visitor.open(serving.pages().resolve("no-such-page"));
    visitor.visit("no-such-page");
    visitor.open(serving.pages().resolve("confirm/no-such-link"));
    visitor.visit("link-that-is-spent");
    visitor.open(serving.pages().resolve("preferences/no-such-link"));
    visitor.visit("link-that-is-broken");
    askTooOften(serving.pages().resolve("subscribe"));
    visitor.open(serving.pages().resolve("subscribe"));
    visitor.visit("too-many-requests");
  }

  /** No time passes here, so that no request is forgotten. */
  private static void askTooOften(URI page) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(page).build();
    try {
      while (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
        // Once more.
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
