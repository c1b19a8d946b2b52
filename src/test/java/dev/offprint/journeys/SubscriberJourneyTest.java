package dev.offprint.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.offprint.app.Installation;
import dev.offprint.app.Serving;
import dev.offprint.demo.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of a subscriber, in a browser and in their inbox. */
@ExtendWith(Chromium.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SubscriberJourneyTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant TUESDAY_AT_SEVEN_IN_OSLO = Instant.parse("2026-03-03T06:00:00Z");
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final String ADDRESS = "grace@example.org";
  private static final String NEW_ADDRESS = "hopper@example.org";
  private static final String STAYS = "stays@example.org";

  /** As long as somebody takes who fills in a form; programs are quicker, and are asked again. */
  private static final Duration READING = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void aVisitorSubscribesReadsSaysWhatTheyLikeAndLeaves(boolean scripts, Browser browser) {
    try (Installation offprint = new Installation(folder, MONDAY_NOON)) {
      assertThat(offprint.run("papers", "import", PAPERS, "--date", "today").exit()).isZero();
      try (Serving serving = offprint.serve();
          Visitor visitor = new Visitor(browser, scripts)) {
        subscribe(offprint, serving, visitor, scripts);
        choose(offprint, visitor);
        ReceivedMail edition = receiveAnEdition(offprint, serving);
        sayWhatTheyLike(visitor, edition);
        getFewer(visitor, edition);
        beRejected(offprint, visitor, edition);
        move(offprint, visitor, edition);
        leave(visitor, edition);
        offprint.clock.tick(Duration.ofDays(1));
        // Somebody who stays gets theirs, so that day's mails were sent.
        serving.planDue();
        assertThat(offprint.waitForMails(1)).isTrue();
        assertThat(offprint.receivedBy(STAYS)).hasSize(1);
        assertThat(offprint.receivedBy(ADDRESS)).isEmpty();
        assertThat(offprint.receivedBy(NEW_ADDRESS)).isEmpty();
        haveAllDeleted(offprint, visitor);
      }
    }
  }

  private static void subscribe(
      Installation offprint, Serving serving, Visitor visitor, boolean scripts) {
    visitor.open(serving.pages());
    visitor.visit("front");
    visitor.fill("Your e-mail address", "grace");
    visitor.press("Subscribe");
    visitor.visit("subscribe");
    visitor.fill("Papers that match", "attention");
    visitor.press("Show what today would bring");
    visitor.visit("subscribe-with-preview");
    assertThat(visitor.text()).contains("Attention Is All You Need");
    if (scripts) {
      visitor.fill("Papers that match", "attention\nresidual learning");
      visitor.waitFor("of them for your interests. See them below");
      visitor.visit("subscribe-with-live-preview");
    }
    visitor.choose("Time zone", "Europe/Oslo");
    offprint.clock.tick(READING);
    visitor.press("Subscribe");
    visitor.visit("subscribe-with-a-problem");
    visitor.fill("Your e-mail address", ADDRESS);
    visitor.press("Subscribe");
    visitor.visit("once-more");
    offprint.clock.tick(READING);
    visitor.press("Go on");
    visitor.visit("asked");

    assertThat(offprint.waitForMails(1)).isTrue();
    visitor.open(offprint.receivedBy(ADDRESS).getFirst().html());
    visitor.visitMail("mail-confirmation");
    visitor.follow("Confirm");
    visitor.visit("confirm");
    visitor.press("Yes");
    visitor.visit("confirmed");
    offprint.forgetMails();
    visitor.press("Send me a first taste");
    visitor.visit("sent-now");
    assertThat(offprint.waitForMails(1)).isTrue();
    assertThat(offprint.receivedBy(ADDRESS)).hasSize(1);
    offprint.forgetMails();
  }

  private static void choose(Installation offprint, Visitor visitor) {
    visitor.follow("Change what you get");
    visitor.visit("preferences");
    visitor.press("Show what today would bring");
    visitor.visit("preferences-with-preview");
    visitor.fill("Papers that match", "mixture of experts\nresidual learning of zebrafish brains");
    visitor.press("Save");
    visitor.visit("preferences-with-what-interests-bring");
    visitor.choose("residual learning of zebrafish brains", "broad");
    visitor.press("Save");
    visitor.visit("preferences-saved");
    assertThat(offprint.run("subscribers", "show", ADDRESS).out())
        .contains("residual learning of zebrafish brains ~broad");
    visitor.fill("Papers that match", "cat:");
    visitor.press("Save");
    visitor.visit("preferences-with-a-problem");
    visitor.fill("Papers that match", "mixture of experts");
    visitor.press("Save");
    visitor.fill("Pause until", "2026-03-20");
    visitor.press("Pause");
    visitor.visit("preferences-paused");
    visitor.press("Resume now");
    assertThat(visitor.text()).contains("Your next edition comes");
  }

  private static ReceivedMail receiveAnEdition(Installation offprint, Serving serving) {
    offprint.run(
        "subscribers", "add", STAYS, "--trending", "--days", "wed,thu", "--zone", "Europe/Oslo");
    offprint.clock.set(TUESDAY_AT_SEVEN_IN_OSLO);
    serving.planDue();
    assertThat(offprint.waitForMails(1)).isTrue();
    ReceivedMail edition = offprint.receivedBy(ADDRESS).getFirst();
    offprint.forgetMails();
    return edition;
  }

  private static void sayWhatTheyLike(Visitor visitor, ReceivedMail edition) {
    visitor.open(edition.html());
    visitor.visitMail("mail-edition");
    visitor.follow("In the browser");
    visitor.visit("edition");
    visitor.open(edition.html());
    visitor.follow("More like");
    visitor.visit("more");
    visitor.press("More like this");
    visitor.visit("more-said");
    visitor.open(edition.html());
    visitor.follow("Change");
    visitor.visit("preferences-with-liked");
    visitor.print("preferences-with-liked");
    visitor.open(edition.html());
    visitor.follow("Less like");
    visitor.press("Less like this");
    visitor.press("Take it back");
    visitor.visit("taken-back");
  }

  private static void getFewer(Visitor visitor, ReceivedMail edition) {
    visitor.open(edition.html());
    visitor.follow("Pause a week");
    visitor.visit("pause");
    visitor.press("Pause a week");
    visitor.visit("paused");
    visitor.press("Resume now");
    visitor.open(edition.html());
    visitor.follow("Weekly instead");
    visitor.visit("weekly");
    visitor.press("One mail a week");
    visitor.visit("weekly-from-now-on");
    visitor.press("Back to a mail");
    visitor.visit("weekly-no-more");
  }

  private void beRejected(Installation offprint, Visitor visitor, ReceivedMail edition) {
    // They were asked to confirm yesterday noon, and are at most once a day.
    offprint.clock.tick(Duration.ofHours(7));
    Path rejected = folder.resolve("rejected.csv");
    try {
      Files.writeString(
          rejected,
          "address,origin,reason\n" + ADDRESS + ",hard_bounce,550 5.1.1 No such mailbox here\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(offprint.run("suppressions", "import", rejected.toString()).exit()).isZero();
    visitor.open(edition.html());
    visitor.follow("Change");
    visitor.visit("suppressed");
    visitor.press("Try my mailbox again");
    visitor.visit("tried");
    assertThat(offprint.waitForMails(1)).isTrue();
    visitor.open(offprint.receivedBy(ADDRESS).getFirst().html());
    visitor.follow("Confirm");
    visitor.press("Yes");
    assertThat(offprint.run("subscribers", "show", ADDRESS).out()).contains("active");
    offprint.forgetMails();
  }

  private static void leave(Visitor visitor, ReceivedMail edition) {
    visitor.open(edition.html());
    visitor.follow("Unsubscribe");
    visitor.visit("unsubscribe");
    visitor.press("Unsubscribe");
    visitor.visit("unsubscribed");
    visitor.press("Subscribe again for 3 papers a mail");
    visitor.visit("welcome-back");
    visitor.open(edition.html());
    visitor.follow("Unsubscribe");
    visitor.press("Unsubscribe");
  }

  private static void move(Installation offprint, Visitor visitor, ReceivedMail edition) {
    visitor.open(edition.html());
    visitor.follow("Change");
    visitor.press("Mail me the link");
    visitor.visit("data-asked");
    openData(offprint, visitor, ADDRESS);
    visitor.fill("Your new e-mail address", "hopper");
    visitor.press("Change my address");
    visitor.visit("data-with-a-problem");
    visitor.fill("Your new e-mail address", NEW_ADDRESS);
    visitor.press("Change my address");
    visitor.visit("move-asked");
    assertThat(offprint.waitForMails(2)).isTrue();
    visitor.open(offprint.receivedBy(ADDRESS).getFirst().html());
    visitor.visitMail("mail-move");
    visitor.open(offprint.receivedBy(NEW_ADDRESS).getFirst().html());
    visitor.visitMail("mail-new-address");
    visitor.follow("Confirm");
    visitor.visit("confirm-new-address");
    visitor.press("Yes");
    visitor.visit("moved");
    offprint.forgetMails();
  }

  private static void openData(Installation offprint, Visitor visitor, String address) {
    assertThat(offprint.waitForMails(1)).isTrue();
    visitor.open(offprint.receivedBy(address).getFirst().html());
    visitor.visitMail("mail-data");
    visitor.follow("Open my data");
    visitor.visit("data");
    offprint.forgetMails();
  }

  private static void haveAllDeleted(Installation offprint, Visitor visitor) {
    offprint.forgetMails();
    // The page has been open since yesterday.
    visitor.press("Delete my data");
    visitor.press("Go on");
    visitor.visit("data-asked-by-who-left");
    openData(offprint, visitor, NEW_ADDRESS);
    visitor.follow("Delete my data");
    visitor.visit("erase");
    visitor.press("Delete my data");
    visitor.visit("erased");
  }
}
