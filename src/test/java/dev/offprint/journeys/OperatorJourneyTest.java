package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.offprint.app.Installation;
import dev.offprint.app.MonthOfMails;
import dev.offprint.app.Serving;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operator looks at how it stands, and at what became of one reader's mails. With {@code
 * -Doffprint.regenerate=true} the picture in {@code docs/images} is made anew.
 */
@ExtendWith(Chromium.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OperatorJourneyTest {
  private static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T08:10:00Z");
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final int READERS = 4;

  @TempDir private Path folder;

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void theOperatorSeesAllAndFollowsAReader(boolean scripts, Browser browser) {
    try (Installation offprint = new Installation(folder, MONDAY_MORNING)) {
      offprint.run("papers", "import", PAPERS, "--date", "today");
      for (int i = 1; i <= READERS; i++) {
        offprint.run(
            "subscribers", "add", "reader" + i + "@example.org", "--interest", "attention");
      }
      offprint.run("subscribers", "pause", "reader2@example.org");
      offprint.run("suppressions", "add", "reader3@example.org", "--reason", "asked on the phone");
      MonthOfMails.into(offprint, 400);
      try (Serving serving = offprint.serve();
          Visitor visitor = new Visitor(browser, scripts)) {
        visitor.open(serving.operator());
        visitor.visit("operator");
        visitor.picture("operator", 1_150);
        assertThat(visitor.text())
            .contains("Thirty days", "no paper of these days matches")
            .doesNotContain("like1@example.org", "reader1@example.org");
        visitor.fill("Address of a reader", "reader1@example.org");
        visitor.press("Show");
        visitor.visit("operator-reader");
        assertThat(visitor.text()).contains("The next edition is due", "attention");
        visitor.fill("Address of a reader", "nobody@example.org");
        visitor.press("Show");
        visitor.visit("operator-nobody");
        assertThat(visitor.text()).contains("is not a subscriber");
      }
    }
  }
}
