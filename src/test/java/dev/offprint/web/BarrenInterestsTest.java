package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.ledger.Delivery;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interests that bring nothing are named, with what came nearest. */
class BarrenInterestsTest {
  private static final String NEARLY = "robots juggling torches underwater blindly";

  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
    OutboxFixture.fill(site.database, 0);
    site.papers.record(
        List.of(Sightings.of("2611.00001", "Robots that juggle torches", "They <b>juggle</b>.")));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Subscriber subscriber(Duration ago, String... interests) {
    Preferences wanted =
        new Preferences(
            Content.BOTH,
            Stream.of(interests).map(Interest::new).toList(),
            10,
            Site.USUAL.timing(),
            Site.USUAL.format());
    return site.members
        .add(EmailAddress.of("ada@example.org"), Status.ACTIVE, wanted, site.now.minus(ago))
        .orElseThrow();
  }

  @Test
  void thePreviewSaysWhatCameNearest() {
    Document part =
        Jsoup.parse(
            site.postFields("/preview", "interests", NEARLY + "\nrobots", "trending", "yes")
                .body());
    assertThat(part.select(".barren > li")).hasSize(1);
    assertThat(part.select(".barren > li > p").eachText())
        .containsExactly(
            "“" + NEARLY + "” brings nothing from the papers of the last 8 days.", "Nearest:");
    assertThat(part.select(".barren ul li").text())
        .startsWith("Robots that juggle torches: it lacks ")
        .contains("“underwater”", "“blindly”")
        .endsWith("; a broad reach would bring it");
    assertThat(part.select(".barren a").eachAttr("href"))
        .containsExactly("https://arxiv.org/abs/2611.00001");
  }

  @Test
  void whatIsWrongWithTheFormComesFirst() {
    Document part =
        Jsoup.parse(site.postFields("/preview", "interests", NEARLY + "\n-medical").body());
    assertThat(part.select(".error")).hasSize(1);
    assertThat(part.select(".barren")).isEmpty();
  }

  @Test
  void aNewSubscriberSeesWhatBringsNothingToday() {
    Subscriber ada = subscriber(Duration.ofDays(13), NEARLY, "robots");
    Document page = preferences(ada);
    assertThat(page.select("section[aria-labelledby=brings] h2").text())
        .isEqualTo("What your interests bring");
    assertThat(page.expectFirst(".barren > li > p").text())
        .isEqualTo("“" + NEARLY + "” brings nothing from the papers of the last 8 days.");
  }

  @Test
  void whoseInterestsBringSomethingSeesNothingOfIt() {
    Subscriber ada = subscriber(Duration.ofDays(13), "robots");
    Document page = preferences(ada);
    assertThat(page.select("#brings")).isEmpty();
  }

  /** Sends a paper for an interest in mixtures of experts. */
  private void sent(Subscriber subscriber, int daysAgo) {
    Delivery edition =
        OutboxFixture.plan(
                site.notices.ledger(),
                OutboxFixture.edition(subscriber.id(), OutboxFixture.TODAY.minusDays(daysAgo), 1),
                Delivery.Planning.at(site.now))
            .orElseThrow();
    OutboxFixture.sent(site.notices.ledger(), edition.id(), "250 ok", site.now);
  }

  private Document preferences(Subscriber subscriber) {
    return Jsoup.parse(site.get(site.link(Purpose.PREFERENCES, subscriber)).body());
  }

  @Test
  void whatBroughtNothingForTwoWeeksIsNamedWithWhatMayHelp() {
    Subscriber ada =
        subscriber(
            Duration.ofDays(14),
            "\"mixture of experts\" -survey ~broad",
            NEARLY,
            "robots",
            "zebrafish");
    sent(ada, 13);
    assertThat(preferences(ada).select(".barren > li > p:first-child").eachText())
        .containsExactly(
            "“\"mixture of experts\" -survey” brings nothing from the papers of the last 8 days.",
            "“"
                + NEARLY
                + "” has brought you nothing for two weeks."
                + " A broad reach would bring 1 paper of the last 8 days.",
            "“robots” has brought you nothing for two weeks. It is met by 1 paper of the last 8"
                + " days, which came for another interest or had to wait.",
            "“zebrafish” has brought you nothing for two weeks. No paper of the last 8 days comes"
                + " near it; fewer or other words may help.");
  }

  @Test
  void whatBroughtSomethingLongerAgoIsNamedToo() {
    Subscriber ada = subscriber(Duration.ofDays(30), "\"mixture of experts\" -survey");
    sent(ada, 14);
    assertThat(preferences(ada).select(".barren").text()).contains("nothing for two weeks");
  }

  @Test
  void whatWasWrittenLatelyIsNotSaidToHaveBroughtNothingForLong() {
    Subscriber ada = subscriber(Duration.ofDays(30), "robots");
    site.members.setPreferences(
        ada.id(),
        new Preferences(
            Content.BOTH,
            List.of(new Interest("zebrafish")),
            10,
            Site.USUAL.timing(),
            Site.USUAL.format()),
        site.now.minus(Duration.ofDays(13)));
    assertThat(preferences(ada).select(".barren > li > p:first-child").eachText())
        .containsExactly("“zebrafish” brings nothing from the papers of the last 8 days.");
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "PAUSED"})
  void whoGotNoMailsIsNotToldThatTheyBroughtNothing(Status status) {
    Subscriber ada = subscriber(Duration.ofDays(30), "robots", NEARLY);
    site.members.setStatus(ada.id(), status, site.now);
    assertThat(preferences(ada).select(".barren > li > p:first-child").eachText())
        .containsExactly("“" + NEARLY + "” brings nothing from the papers of the last 8 days.");
  }
}
