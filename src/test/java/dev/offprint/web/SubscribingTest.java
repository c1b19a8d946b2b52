package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.NoticeStore;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribingTest {
  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root@localhost",
        "postmaster@LOCALHOST",
        "www-data@intranet",
        "root@localhost.localdomain",
        "root@printer.local"
      })
  void anAccountOfThisMachineIsAskedNothing(String address) {
    HttpResponse<String> answer = site.subscribe(address, "trending", "yes");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("This address does not work");
    assertThat(site.asked).isEmpty();
  }

  @Test
  void theFrontPageHasABoxThatLeadsToTheForm() {
    Document front = Jsoup.parse(site.get("/").body());
    assertThat(front.select("h1").text()).isEqualTo("Trending papers in your inbox, once a day");
    String action = front.expectFirst("form.box[method=post]").attr("action");
    HttpResponse<String> answer = site.postFields(action, "address", "ada@example.org");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#address").val()).isEqualTo("ada@example.org");
    assertThat(page.select("form[method=post][action=/subscribe]")).hasSize(1);
    assertThat(page.select("[onclick], [style], style, script:not([src])")).isEmpty();
    assertThat(page.select("input[name=often][checked]").eachAttr("value"))
        .containsExactly("daily");
    assertThat(page.select("input[name=days][checked]")).hasSize(5);
    assertThat(page.select("select[name=zone] option[selected]")).hasSize(1);
    assertThat(site.subscribers.all()).isEmpty();
  }

  @Test
  void whoSubscribesIsPendingAndAskedToConfirm() {
    HttpResponse<String> answer =
        site.subscribe("Ada@example.org", "trending", "yes", "interests", "a b\r\n\r\n author:Li ");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Ada@example.org");
    Subscriber ada = site.find("ada@example.org");
    assertThat(ada.status()).isEqualTo(Status.PENDING);
    assertThat(ada.preferences().content()).isEqualTo(Content.BOTH);
    assertThat(ada.preferences().interests())
        .containsExactly(new Interest("a b"), new Interest("author:Li"));
    assertThat(ada.preferences().timing().days()).hasSize(2);
    assertThat(site.asked).containsExactly(new Site.Asked(ada.id(), site.now));
  }

  @Test
  void whoSubscribesDoesNotWaitForTheTurnThatAnImportGaveThem() {
    Subscriber ada = site.subscriber("ada@example.org", Status.PENDING);
    NoticeStore notices = site.notices.ledger().notices();
    Instant turn = site.now.plus(Duration.ofDays(9));
    notices.askToConfirm(Map.of(ada.id(), new NoticeStore.Turn(turn, "waits")));

    site.subscribe("ada@example.org", "interests", "robots");
    assertThat(site.find("ada@example.org").preferences().interests())
        .containsExactly(new Interest("robots"));
    assertThat(notices.turnsToConfirm(Instant.EPOCH)).containsExactly(site.now);
    site.subscribe("ada@example.org", "interests", "robots");
    assertThat(notices.turnsToConfirm(Instant.EPOCH)).hasSize(1);
    assertThat(site.post(site.link(Purpose.CONFIRM, ada)).statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void anInterestAloneIsEnough() {
    site.subscribe("ada@example.org", "interests", "robots");
    assertThat(site.find("ada@example.org").preferences().content()).isEqualTo(Content.MATCHING);
  }

  @ParameterizedTest
  @CsvSource({
    "address,   ada@@example.org, more than one @",
    "address,   '', empty",
    "maximum,   0, 1 to 50",
    "maximum,   ten, 1 to 50",
    "at,        25:00, time of day",
    "zone,      Middle/Earth, time zone",
    "trending,  no, at least one interest"
  })
  void aProblemStandsNextToItsFieldAndNothingIsLost(String field, String value, String problem) {
    HttpResponse<String> answer =
        site.post(
            "/subscribe",
            "address",
            field.equals("address") ? value : "ada@example.org",
            "trending",
            field.equals("trending") ? value : "yes",
            "maximum",
            field.equals("maximum") ? value : "7",
            "at",
            field.equals("at") ? value : "06:30",
            "zone",
            field.equals("zone") ? value : "Asia/Tokyo",
            "days",
            "SUNDAY",
            "interests",
            "");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".error")).hasSize(1);
    String shown = field.equals("trending") ? "interests" : field;
    assertThat(page.select("#" + shown + "-error").text()).contains(problem);
    assertThat(page.select("#" + shown).attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("input[name=days][checked]").eachAttr("value"))
        .containsExactly("SUNDAY");
    assertThat(page.select("#at").val()).isEqualTo(field.equals("at") ? value : "06:30");
    assertThat(page.select("#address").val())
        .isEqualTo(field.equals("address") ? value : "ada@example.org");
    assertThat(site.subscribers.all()).isEmpty();
  }

  @Test
  void aTextThatLooksLikeMarkupStaysText() {
    String nasty = "<script>alert(1)</script>\"'></textarea><b>&amp;";
    Document page =
        Jsoup.parse(site.subscribe("<b>@x", "interests", nasty, "maximum", "\"><i>").body());
    assertThat(page.select("script:not([src]), b, i")).isEmpty();
    assertThat(page.expectFirst("#interests").wholeText()).isEqualTo(nasty);
    assertThat(page.select("#address").val()).isEqualTo("<b>@x");
  }

  @Test
  void anInterestThatIsTooLongIsNamed() {
    HttpResponse<String> answer =
        site.subscribe("ada@example.org", "interests", "short\n" + "long ".repeat(200));
    assertThat(Jsoup.parse(answer.body()).select("#interests-error").text())
        .contains("“long long")
        .contains("at most 500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "((((", "the of and", "-medical -cat:cs.LG", "\u0001\u0002"})
  void anInterestThatCanNeverMatchIsNamedAndTheRestOfTheFormIsKept(String line) {
    HttpResponse<String> answer =
        site.subscribe("ada@example.org", "interests", "robots\n" + line, "format", "TEXT");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".error")).hasSize(1);
    assertThat(page.select("#interests-error").text())
        .containsAnyOf("“" + line + "”: it will never match: ", "an interest is empty");
    assertThat(page.select("#address").val()).isEqualTo("ada@example.org");
    assertThat(page.expectFirst("#interests").wholeText()).startsWith("robots\n");
    assertThat(page.select("input[name=format][checked]").eachAttr("value"))
        .containsExactly("TEXT");
    assertThat(site.subscribers.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a* b* c*", "图神经网络", "الشبكات العصبية", "🚀", "rob\u0007ots"})
  void anInterestInAnyScriptIsTaken(String line) {
    assertThat(site.subscribe("ada@example.org", "interests", line).statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").preferences().interests())
        .containsExactly(new Interest(line));
  }

  @Test
  void tooManyInterestsAndOneThatIsFarTooLongAreToldOfOnBothPages() {
    String many =
        IntStream.range(0, 1_000)
            .mapToObj(number -> "robot " + number)
            .collect(Collectors.joining("\n"));
    String tooLong = "x".repeat(10_000);
    Subscriber bob = site.subscriber("bob@example.org", Status.ACTIVE);
    String preferences = site.link(Purpose.PREFERENCES, bob);
    for (String interests : java.util.List.of(many, tooLong)) {
      String reason =
          interests.equals(many)
              ? "There are 1,000 interests, and at most 100 are taken."
              : "an interest has 10,000 characters, and at most 500 are taken";
      for (HttpResponse<String> answer :
          java.util.List.of(
              site.subscribe("ada@example.org", "interests", interests, "trending", "yes"),
              site.post(
                  preferences,
                  "interests",
                  interests,
                  "maximum",
                  "7",
                  "at",
                  "06:30",
                  "zone",
                  "Asia/Tokyo",
                  "days",
                  "SUNDAY"))) {
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#interests-error").text()).contains(reason);
        assertThat(page.expectFirst("#interests").wholeText().strip()).isEqualTo(interests);
      }
    }
    assertThat(site.subscribers.all()).containsExactly(bob);
  }

  @ParameterizedTest
  @EnumSource
  void theAnswerDoesNotTellWhetherAnAddressIsKnown(Status status) {
    site.subscriber("known@example.org", status);
    String known = site.subscribe("known@example.org", "trending", "yes").body();
    String fresh = site.subscribe("fresh@example.org", "trending", "yes").body();
    assertThat(known.replace("known@", "fresh@")).isEqualTo(fresh);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACTIVE", "PAUSED", "SUPPRESSED"})
  void whoIsSubscribedAlreadyIsLeftAloneAndSentTheirLinkOnceAnHour(Status status) {
    Subscriber known = site.subscriber("known@example.org", status);
    for (int i = 0; i < 3; i++) {
      site.subscribe("known@example.org", "trending", "yes");
    }
    assertThat(site.find("known@example.org")).isEqualTo(known);
    assertThat(site.asked).isEmpty();
    assertThat(site.notices.ledger().deliveries().list(null, null))
        .hasSize(status == Status.SUPPRESSED ? 0 : 1)
        .allMatch(mail -> mail.kind() == Delivery.Kind.LINK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root@localhost",
        "postmaster@LOCALHOST",
        "root@mail.localhost",
        "root@localhost.localdomain",
        "root@box.local",
        "www-data@intranet",
        "root@[127.0.0.1]"
      })
  void theAccountsOfThisMachineAreNobodysToName(String address) {
    HttpResponse<String> answer = site.subscribe(address, "trending", "yes");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).select("#address-error").text()).isNotEmpty();
    assertThat(site.subscribers.all()).isEmpty();
  }

  @Test
  void aPendingSubscriberIsAskedOnceADayHoweverOftenTheFormIsSent() {
    for (int i = 0; i < 5; i++) {
      site.subscribe("ada@example.org", "trending", "yes");
      site.passes(Duration.ofHours(4));
    }
    assertThat(site.asked).hasSize(1);
    site.passes(Duration.ofHours(5));
    site.subscribe("ada@example.org", "interests", "newer");
    assertThat(site.asked).hasSize(2);
    assertThat(site.find("ada@example.org").preferences().interests())
        .containsExactly(new Interest("newer"));
  }

  /** Anyone can type the address of somebody who has left. */
  @Test
  void ofWhoLeftNothingChangesUntilTheyConfirm() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.post(site.link(Purpose.UNSUBSCRIBE, ada));
    Subscriber left = site.find("ada@example.org");
    site.subscribe("ada@example.org", "interests", "robots");
    assertThat(site.find("ada@example.org")).isEqualTo(left);
    assertThat(site.suppressions.find(ada.address())).isPresent();
    assertThat(site.asked).containsExactly(new Site.Asked(ada.id(), site.now));

    String link = site.link(Purpose.CONFIRM, left);
    assertThat(site.get(link).statusCode()).isEqualTo(200);
    assertThat(site.post(link).statusCode()).isEqualTo(200);
    Subscriber back = site.find("ada@example.org");
    assertThat(back.status()).isEqualTo(Status.ACTIVE);
    assertThat(back.preferences().interests()).containsExactly(new Interest("robots"));
    assertThat(site.suppressions.all()).isEmpty();
  }

  @Test
  void whatWasAskedForWhoLeftExpiresAndTheyDoNot() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String leave = site.link(Purpose.UNSUBSCRIBE, ada);
    site.post(leave);
    Subscriber left = site.find("ada@example.org");
    site.subscribe("ada@example.org", "interests", "spam");
    String link = site.link(Purpose.CONFIRM, left);
    site.passes(Duration.ofDays(9));
    site.membership.eraseUnconfirmed(
        site.now.minus(Duration.ofDays(8)), site.notices.ledger().notices()::askedSince);
    assertThat(site.subscribers.requested(ada.id())).isEmpty();
    assertThat(site.post(link).statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org")).isEqualTo(left);
    site.post(leave.replace("/unsubscribe/", "/come-back/"), "how", "before");
    assertThat(site.find("ada@example.org").preferences()).isEqualTo(ada.preferences());
  }

  @Test
  void whoLeavesAgainOrComesBackIsNoLongerAskedAnything() {
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    String leave = site.link(Purpose.UNSUBSCRIBE, ada);
    site.post(leave);
    site.subscribe("ada@example.org", "interests", "spam");
    String link = site.link(Purpose.CONFIRM, ada);
    site.post(leave);
    assertThat(site.post(link).statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
    site.passes(Duration.ofDays(2));
    site.subscribe("ada@example.org", "interests", "spam");
    site.post(leave.replace("/unsubscribe/", "/come-back/"), "how", "before");
    site.post(site.link(Purpose.CONFIRM, ada));
    assertThat(site.find("ada@example.org").preferences()).isEqualTo(ada.preferences());
  }

  /** What is confirmed is what the mail said, whoever fills in the form meanwhile. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoConfirmsGetsWhatTheirMailSaid(boolean left) {
    if (left) {
      site.subscriber("ada@example.org", Status.UNSUBSCRIBED);
    }
    site.subscribe("ada@example.org", "interests", "robots");
    site.subscribe("ada@example.org", "interests", "spam");
    site.post(site.link(Purpose.CONFIRM, site.find("ada@example.org")));
    assertThat(site.find("ada@example.org").preferences().interests())
        .containsExactly(new Interest("robots"));
  }

  @Test
  void anAddressIsAskedOnceADayAndThreeTimesAWeekHoweverItStands() {
    for (int day = 0; day < 7; day++) {
      for (int i = 0; i < 3; i++) {
        site.subscribe("ada@example.org", "trending", "yes");
        Subscriber ada = site.find("ada@example.org");
        site.post(site.link(Purpose.CONFIRM, ada));
        site.post(site.link(Purpose.UNSUBSCRIBE, ada));
      }
      site.passes(Duration.ofHours(23));
    }
    assertThat(site.asked).hasSize(3);
  }

  @Test
  void aSuppressedAddressIsNotMailed() {
    suppress("ada@example.org");
    assertThat(site.subscribe("ada@example.org", "trending", "yes").statusCode()).isEqualTo(200);
    assertThat(site.asked).isEmpty();
    assertThat(site.subscribers.all()).isEmpty();
  }

  @Test
  void theLinkInTheMailConfirmsByAButton() {
    Subscriber ada = site.subscriber("ada@example.org", Status.PENDING);
    String link = site.link(Purpose.CONFIRM, ada);
    HttpResponse<String> shown = site.get(link);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(shown.body()).select("form[method=post][action=" + link + "] button"))
        .hasSize(1);
    assertThat(site.find("ada@example.org")).isEqualTo(ada);

    HttpResponse<String> done = site.post(link);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(done.body()).text())
        .contains("tomorrow, Wednesday 25 November, at 07:00 (Europe/Oslo)");
    Subscriber active = site.find("ada@example.org");
    assertThat(active.status()).isEqualTo(Status.ACTIVE);
    assertThat(active.nextDue()).isEqualTo(Instant.parse("2026-11-25T06:00:00Z"));
    String preferences = Jsoup.parse(done.body()).select("main a").attr("href");
    assertThat(site.get(preferences).statusCode()).isEqualTo(200);
  }

  @Test
  void aLinkThatWasUsedSaysSo() {
    String link = site.link(Purpose.CONFIRM, site.subscriber("ada@example.org", Status.PENDING));
    site.post(link);
    for (HttpResponse<String> again : java.util.List.of(site.get(link), site.post(link))) {
      assertThat(again.statusCode()).isEqualTo(410);
      assertThat(again.body()).contains("subscribed already");
    }
  }

  @Test
  void whoAsksAgainAfterLeavingConfirmsByTheNewLinkAlone() {
    site.subscribe("ada@example.org", "trending", "yes");
    String first = site.link(Purpose.CONFIRM, site.find("ada@example.org"));
    site.post(first);
    site.passes(Duration.ofDays(2));
    site.post(site.link(Purpose.UNSUBSCRIBE, site.find("ada@example.org")));
    site.subscribe("ada@example.org", "trending", "yes");

    assertThat(site.get(first).statusCode()).isEqualTo(410);
    assertThat(site.post(first).statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
    String second = site.link(Purpose.CONFIRM, site.find("ada@example.org"));
    assertThat(second).isNotEqualTo(first);
    assertThat(site.post(second).statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void anEditionIsNoMailToConfirmBy() {
    Subscriber ada = site.subscriber("ada@example.org", Status.PENDING);
    OutboxFixture.skip(
        site.notices.ledger(),
        ada.id(),
        OutboxFixture.TODAY,
        "nothing new",
        Delivery.Planning.at(site.now));
    Delivery edition = site.notices.ledger().deliveries().of(ada.id(), 1).getFirst();
    String token = site.tokens.token(Purpose.CONFIRM, edition.id(), site.now);
    assertThat(site.post("/confirm/" + token).statusCode()).isEqualTo(410);
  }

  @Test
  void aLinkThatExpiredOrIsBrokenSaysWhatToDo() {
    String link = site.link(Purpose.CONFIRM, site.subscriber("ada@example.org", Status.PENDING));
    site.passes(Duration.ofDays(7));
    for (String path : new String[] {link, "/confirm/nonsense"}) {
      assertThat(site.get(path).statusCode()).isEqualTo(410);
      assertThat(site.post(path).statusCode()).isEqualTo(410);
      assertThat(Jsoup.parse(site.get(path).body()).select("main a[href=/]")).hasSize(1);
    }
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.PENDING);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNSUBSCRIBED", "SUPPRESSED", "PAUSED"})
  void anOldLinkDoesNotBringBackWhoLeft(Status status) {
    String link = site.link(Purpose.CONFIRM, site.subscriber("ada@example.org", status));
    assertThat(site.post(link).statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org").status()).isEqualTo(status);
  }

  @Test
  void whoWasSuppressedWhilePendingCannotConfirm() {
    String link = site.link(Purpose.CONFIRM, site.subscriber("ada@example.org", Status.PENDING));
    suppress("ada@example.org");
    assertThat(site.post(link).statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.PENDING);
  }

  private void suppress(String address) {
    site.database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into suppressions (address_key, address, reason, created_at)"
                        + " values (?, ?, 'bounced', current_timestamp)",
                    EmailAddress.of(address).key(),
                    address));
  }
}
