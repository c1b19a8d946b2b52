package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.ledger.Delivery;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers see whose address must not be mailed, and how they come back. */
class RejectedMailboxTest {
  private static final String ADA = "ada@example.org";
  private static final String SAID = "550 5.1.1 <ada@example.org> & <b>: no such mailbox";

  @TempDir Path data;
  private Site site;
  private Subscriber ada;
  private String link;

  @BeforeEach
  void start() {
    site = new Site(data);
    ada = site.subscriber(ADA, Status.ACTIVE);
    link = site.link(Purpose.PREFERENCES, ada);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void suppress(Origin origin) {
    site.membership.suppress(new Suppression(ada.address(), origin, SAID, site.now));
  }

  private Document page() {
    return Jsoup.parse(site.get(link).body());
  }

  private List<Delivery> asked() {
    return site.notices.ledger().deliveries().list(null, null).stream()
        .filter(delivery -> delivery.kind() == Delivery.Kind.CONFIRMATION)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"HARD_BOUNCE", "SOFT_BOUNCES"})
  void whoseMailsCameBackReadsSinceWhenAndWhatTheMailboxSaid(Origin origin) {
    suppress(origin);
    Document page = page();
    assertThat(page.select("h1").text()).isEqualTo("Your mailbox rejects our mail");
    assertThat(page.select(".lead").text())
        .contains("paused you", "since Tuesday 24 November 2026", "a…@example.org");
    assertThat(page.select("blockquote").text())
        .isEqualTo("550 5.1.1 <a…@example.org> & <b>: no such mailbox");
    assertThat(page.html()).doesNotContain(ADA);
    assertThat(page.select("main button").eachText()).containsExactly("Try my mailbox again");
    assertThat(page.text()).contains(Site.CONTACT);
    assertThat(page.select("main a[href^=/unsubscribe/]")).hasSize(1);
    assertThat(site.find(ADA).status()).isEqualTo(Status.SUPPRESSED);
  }

  @Test
  void whoHasTheMailboxTriedIsActiveOnceTheyConfirmAndNotBefore() {
    suppress(Origin.HARD_BOUNCE);
    String action = page().expectFirst("main form").attr("action");
    assertThat(site.get(action).statusCode()).isEqualTo(405);
    assertThat(Jsoup.parse(site.post(action).body()).text())
        .contains("Check your inbox", "on its way to a…@example.org");
    assertThat(site.find(ADA).status()).isEqualTo(Status.PAUSED);
    assertThat(site.suppressions.find(ada.address())).isEmpty();
    assertThat(asked()).extracting(Delivery::subscriberId).containsExactly(ada.id());

    String confirm = site.link(Purpose.CONFIRM, ada);
    assertThat(site.get(confirm).body()).contains("Yes, subscribe me");
    assertThat(Jsoup.parse(site.post(confirm).body()).text()).contains("edition comes tomorrow");
    assertThat(site.find(ADA)).isEqualTo(ada);
    assertThat(site.post(confirm).statusCode()).isEqualTo(410);
  }

  @Test
  void whatIsChangedBeforeConfirmingStays() {
    suppress(Origin.HARD_BOUNCE);
    site.post(link + "/try-again");
    site.membership.setTiming(ada.id(), timing -> timing.weekly(site.now));
    site.post(site.link(Purpose.CONFIRM, ada));
    assertThat(site.find(ADA).status()).isEqualTo(Status.ACTIVE);
    assertThat(site.find(ADA).preferences().timing().isWeekly()).isTrue();
  }

  @Test
  void aMailboxIsTriedOnceADayHoweverOftenTheButtonIsPressed() {
    suppress(Origin.HARD_BOUNCE);
    site.post(link + "/try-again");
    suppress(Origin.HARD_BOUNCE);
    Document again = page();
    assertThat(again.text()).contains("It was tried lately");
    assertThat(again.select("main button")).isEmpty();
    assertThat(site.post(link + "/try-again").body()).contains("It was tried lately");
    assertThat(site.find(ADA).status()).isEqualTo(Status.SUPPRESSED);
    assertThat(asked()).hasSize(1);
    assertThat(site.post(site.link(Purpose.CONFIRM, ada)).statusCode()).isEqualTo(410);
    assertThat(site.find(ADA).status()).isEqualTo(Status.SUPPRESSED);

    site.passes(Duration.ofDays(1));
    site.post(link + "/try-again");
    assertThat(site.find(ADA).status()).isEqualTo(Status.PAUSED);
    assertThat(asked()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"COMPLAINT, reported as unwanted", "OPERATOR, has stopped mails to this address"})
  void anyOtherReasonIsToldAndTakesAPerson(Origin origin, String why) {
    suppress(origin);
    Document page = page();
    assertThat(page.select("h1").text()).isEqualTo("Nothing is sent to you");
    assertThat(page.text()).contains(why, "since Tuesday 24 November 2026", Site.CONTACT);
    assertThat(page.text()).doesNotContain("550");
    assertThat(page.select("main form")).isEmpty();
    site.post(link + "/try-again");
    assertThat(site.find(ADA).status()).isEqualTo(Status.SUPPRESSED);
    assertThat(asked()).isEmpty();
  }

  @Test
  void whoLeftAndIsBarredIsNotToldToSubscribeAgain() {
    site.membership.leave(ada.id());
    suppress(Origin.HARD_BOUNCE);
    Document page = page();
    assertThat(page.select("h1").text()).isEqualTo("You are unsubscribed");
    assertThat(page.text())
        .contains("came back or were reported", Site.CONTACT)
        .doesNotContain("whenever you like");
    assertThat(page.select("main form")).isEmpty();
  }

  /** Who types an address does not learn of it; what is said there is true of every one. */
  @Test
  void theFormsAnswerTheSameForARejectedAddressAsForAnyOther() {
    suppress(Origin.HARD_BOUNCE);
    for (String page : List.of("/link", "/subscribe")) {
      String known = site.subscribe(ADA, "trending", "yes").body();
      String other = site.subscribe("eve@example.org", "trending", "yes").body();
      if (page.equals("/link")) {
        known = site.post(page, "address", ADA).body();
        other = site.post(page, "address", "eve@example.org").body();
      }
      assertThat(known).isEqualTo(other.replace("eve@example.org", ADA));
      assertThat(known).contains("If mails to the address came back before");
    }
    assertThat(site.find(ADA).status()).isEqualTo(Status.SUPPRESSED);
  }
}
