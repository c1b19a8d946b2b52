package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.offprint.app.Installation;
import dev.offprint.app.Serving;
import dev.offprint.demo.ReceivedMail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How somebody comes into groups and leaves them, in a browser and in their inbox. */
@ExtendWith(Chromium.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GroupJourneyTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final String ADDRESS = "grace@example.org";
  private static final Duration READING = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void aVisitorJoinsTwoGroupsReadsAndLeavesThem(Browser browser) {
    try (Installation offprint = new Installation(folder, MONDAY_NOON)) {
      run(offprint, "papers", "import", PAPERS, "--date", "today");
      run(
          offprint,
          "groups",
          "add",
          "Systems Reading Group",
          "--access",
          "public",
          "--interest",
          "attention",
          "--interest",
          "residual learning");
      run(
          offprint,
          "groups",
          "add",
          "Course 7",
          "--access",
          "unlisted",
          "--same-for-all",
          "--trending",
          "--interest",
          "image recognition");
      try (Serving serving = offprint.serve();
          Visitor visitor = new Visitor(browser, true)) {
        joinAsANewcomer(offprint, serving, visitor);
        joinAsASubscriber(offprint, serving, visitor);
        leave(visitor);
      }
    }
  }

  private static void run(Installation offprint, String... arguments) {
    assertThat(offprint.run(arguments).exit()).isZero();
  }

  private static void joinAsANewcomer(Installation offprint, Serving serving, Visitor visitor) {
    visitor.open(serving.pages().resolve("subscribe"));
    visitor.visit("subscribe-with-groups");
    visitor.follow("Systems Reading Group");
    visitor.visit("group");
    visitor.fill("Your e-mail address", ADDRESS);
    offprint.clock.tick(READING);
    visitor.press("Join");
    visitor.visit("group-asked");
    assertThat(offprint.waitForMails(1)).isTrue();
    visitor.open(offprint.receivedBy(ADDRESS).getFirst().html());
    visitor.visitMail("mail-confirmation-of-a-member");
    assertThat(visitor.text()).contains("what the members of Systems Reading Group get");
    visitor.follow("Confirm");
    visitor.visit("confirm-as-a-member");
    offprint.forgetMails();
    visitor.press("Yes");
    visitor.press("Send me a first taste");
    assertThat(offprint.waitForMails(1)).isTrue();
    ReceivedMail edition = offprint.receivedBy(ADDRESS).getFirst();
    visitor.open(edition.html());
    visitor.visitMail("mail-edition-of-a-member");
    assertThat(visitor.text()).contains("an interest of Systems Reading Group");
  }

  private static void joinAsASubscriber(Installation offprint, Serving serving, Visitor visitor) {
    offprint.clock.tick(Duration.ofDays(1));
    visitor.open(serving.pages().resolve("groups/course-7"));
    visitor.visit("group-same-for-all");
    visitor.fill("Your e-mail address", ADDRESS);
    offprint.clock.tick(READING);
    offprint.forgetMails();
    visitor.press("Join");
    assertThat(offprint.waitForMails(1)).isTrue();
    visitor.open(offprint.receivedBy(ADDRESS).getFirst().html());
    visitor.visitMail("mail-group");
    visitor.follow("Join the group");
    visitor.visit("confirm-group");
    visitor.press("Yes, join");
    visitor.visit("joined");
    visitor.follow("Change what you get");
    visitor.visit("preferences-in-groups");
    assertThat(visitor.text()).contains("the same for all its members");
  }

  private static void leave(Visitor visitor) {
    visitor.press("Leave the group Course 7");
    visitor.visit("group-left");
    assertThat(visitor.text()).contains("You have left Course 7.");
    visitor.press("Leave the group Systems Reading Group");
    visitor.visit("preferences-with-nothing");
    assertThat(visitor.text()).contains("No papers come");
  }
}
