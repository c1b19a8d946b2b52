package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.groups.Group;
import dev.offprint.groups.Group.Access;
import dev.offprint.ledger.Delivery;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Timing;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Joining groups, being in them and leaving them, on the pages. */
class GroupPagesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
    OutboxFixture.fill(site.database, 0);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Group group(String name, Access access, boolean sameForAll, Content content) {
    return site.groups
        .add(
            Group.of(
                name,
                access,
                sameForAll,
                new Preferences(
                    content,
                    List.of(new Interest("consensus protocols")),
                    5,
                    new Timing(LocalTime.of(6, 30), ZoneId.of("Europe/Oslo"), Timing.DAILY),
                    Format.TEXT)),
            site.now)
        .orElseThrow();
  }

  private Group lab() {
    return group("Systems Lab", Access.PUBLIC, false, Content.MATCHING);
  }

  private HttpResponse<String> join(String slug, String address, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "form", site.formToken("groups", site.now.minusSeconds(5)), "address", address));
    fields.addAll(List.of("at", "06:30", "zone", "Europe/Oslo", "maximum", "5", "often", "daily"));
    Stream.of("MONDAY", "TUESDAY").forEach(day -> fields.addAll(List.of("days", day)));
    fields.addAll(List.of(more));
    return site.postFields("/groups/" + slug, fields.toArray(String[]::new));
  }

  private String confirmLink(Subscriber subscriber) {
    return site.link(Purpose.CONFIRM, subscriber);
  }

  private List<Delivery.Kind> mails(Subscriber subscriber) {
    return site.notices.ledger().deliveries().of(subscriber.id(), 10).stream()
        .map(Delivery::kind)
        .toList();
  }

  @Test
  void aGroupHasAPageWithItsNameItsInterestsAndWhatMembersBeginWith() {
    lab();
    HttpResponse<String> answer = site.get("/groups/systems-lab");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("h1").text()).isEqualTo("Systems Lab");
    assertThat(page.select("main li").eachText()).contains("consensus protocols");
    assertThat(page.select("#at").val()).isEqualTo("06:30");
    assertThat(page.select("#maximum").val()).isEqualTo("5");
    assertThat(page.select("input[name=trending][checked]")).isEmpty();
    assertThat(page.select("input[name=format][checked]").val()).isEqualTo("TEXT");
    assertThat(page.select("textarea").text()).isEmpty();
    assertThat(page.select("meta[name=robots]")).isEmpty();
  }

  @Test
  void aPublicGroupIsNamedWherePeopleSubscribeAndAnUnlistedOneIsFoundByNobody() {
    lab();
    group("Hidden Seminar", Access.UNLISTED, false, Content.BOTH);
    group("Closed Course", Access.CLOSED, false, Content.BOTH);
    Document subscribe = Jsoup.parse(site.get("/subscribe").body());
    assertThat(subscribe.select("a[href=/groups/systems-lab]").text()).isEqualTo("Systems Lab");
    assertThat(subscribe.text()).doesNotContain("Hidden", "Closed");
    HttpResponse<String> hidden = site.get("/groups/hidden-seminar");
    assertThat(hidden.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(hidden.body()).select("meta[name=robots]").attr("content"))
        .isEqualTo("noindex");
    assertThat(site.get("/groups/closed-course").statusCode()).isEqualTo(404);
    assertThat(join("closed-course", "ada@example.org").statusCode()).isEqualTo(404);
    assertThat(site.get("/groups/nothing").statusCode()).isEqualTo(404);
    assertThat(site.asked).isEmpty();
    JsonNode listed = JSON.readTree(site.get("/api/groups").body()).get("groups");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("slug").stringValue()).isEqualTo("systems-lab");
  }

  @Test
  void whoJoinsAsANewcomerIsAMemberOnceTheyConfirm() {
    Group lab = lab();
    HttpResponse<String> answer = join("systems-lab", "ada@example.org");
    assertThat(answer.statusCode()).isEqualTo(200);
    Subscriber ada = site.find("ada@example.org");
    assertThat(ada.status()).isEqualTo(Status.PENDING);
    assertThat(ada.preferences().isNothing()).isTrue();
    String link = confirmLink(ada);
    assertThat(Jsoup.parse(site.get(link).body()).text())
        .contains("With that you are a member of Systems Lab.");
    assertThat(site.groups.of(ada.id())).isEmpty();
    assertThat(site.post(link).body()).contains("You are subscribed");
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
    assertThat(site.groups.of(ada.id())).containsExactly(lab);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACTIVE", "PAUSED"})
  void whoIsSubscribedIsAskedAndNothingElseOfTheirsChanges(Status status) {
    Group lab = lab();
    Subscriber ada = site.subscriber("ada@example.org", status);
    String answer = join("systems-lab", "ada@example.org").body();
    String stranger = join("systems-lab", "eve@example.org").body();
    assertThat(answer).isEqualTo(stranger.replace("eve@", "ada@"));
    assertThat(mails(ada)).containsExactly(Delivery.Kind.CONFIRMATION);
    String link = confirmLink(ada);
    for (int i = 0; i < 2; i++) {
      Document page = Jsoup.parse(site.get(link).body());
      assertThat(page.select("h1").text()).isEqualTo("Do you want to join Systems Lab?");
      assertThat(page.text()).contains("a…@example.org is in the group", "All else stays");
    }
    assertThat(site.groups.of(ada.id())).isEmpty();
    assertThat(site.post(link).body()).contains("You are in Systems Lab");
    assertThat(site.groups.of(ada.id())).containsExactly(lab);
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
    assertThat(site.get(link).statusCode()).isEqualTo(410);
    assertThat(site.post(link).statusCode()).isEqualTo(410);
  }

  @Test
  void whoIsAMemberAlreadyGetsTheLinkToTheirPreferences() {
    Group lab = lab();
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.groups.join(ada.id(), lab.id(), site.now);
    String answer = join("systems-lab", "ada@example.org").body();
    assertThat(answer)
        .isEqualTo(join("systems-lab", "eve@example.org").body().replace("eve@", "ada@"));
    assertThat(mails(ada)).containsExactly(Delivery.Kind.LINK);
  }

  @Test
  void whoLeftComesBackAsAMember() {
    Group lab = lab();
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.membership.leave(ada.id());
    join("systems-lab", "ada@example.org");
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
    assertThat(site.groups.of(ada.id())).isEmpty();
    site.post(confirmLink(ada));
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.ACTIVE);
    assertThat(site.groups.of(ada.id())).containsExactly(lab);
  }

  @Test
  void ofAnEditionForAllMembersChooseWhenAndHowItComesAlone() {
    group("Course", Access.PUBLIC, true, Content.BOTH);
    Document page = Jsoup.parse(site.get("/groups/course").body());
    assertThat(page.text()).contains("All members get the same papers");
    assertThat(page.select("#interests, #maximum, input[name=trending]")).isEmpty();
    assertThat(page.select("#at")).hasSize(1);
    join("course", "ada@example.org", "trending", "", "interests", "zebrafish", "maximum", "50");
    Subscriber ada = site.find("ada@example.org");
    assertThat(ada.preferences().interests()).isEmpty();
    assertThat(ada.preferences().content()).isEqualTo(Content.TRENDING);
    assertThat(ada.preferences().maximum()).isEqualTo(5);
  }

  @Test
  void theFormIsJudgedAsElsewhere() {
    lab();
    HttpResponse<String> answer = join("systems-lab", "ada", "zone", "x");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Systems Lab");
    assertThat(site.subscribers.all()).isEmpty();
    HttpResponse<String> robot = join("systems-lab", "ada@example.org", "website", "http://x");
    assertThat(robot.statusCode()).isEqualTo(200);
    assertThat(site.subscribers.all()).isEmpty();
  }

  @Test
  void aMemberSeesTheirGroupsAndLeavesThem() {
    Group lab = lab();
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.groups.join(ada.id(), lab.id(), site.now);
    String preferences = site.link(Purpose.PREFERENCES, ada);
    Document page = Jsoup.parse(site.get(preferences).body());
    assertThat(page.select("h3").eachText()).contains("Systems Lab");
    assertThat(page.select("main li").eachText()).contains("consensus protocols");
    HttpResponse<String> left = site.post(preferences + "/leave-group", "group", "systems-lab");
    assertThat(left.body()).contains("You have left Systems Lab.");
    assertThat(site.groups.of(ada.id())).isEmpty();
    assertThat(Jsoup.parse(left.body()).select("h3").eachText()).doesNotContain("Systems Lab");
    assertThat(site.post(preferences + "/leave-group", "group", "systems-lab").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aMemberMayWantNothingElseAndIsToldWhenNothingIsLeft() {
    Group lab = lab();
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.groups.join(ada.id(), lab.id(), site.now);
    String preferences = site.link(Purpose.PREFERENCES, ada);
    String[] nothing = {
      "interests",
      "",
      "at",
      "07:00",
      "zone",
      "Europe/Oslo",
      "maximum",
      "10",
      "days",
      "MONDAY",
      "language",
      "en"
    };
    assertThat(site.post(preferences, nothing).statusCode()).isEqualTo(200);
    assertThat(site.find("ada@example.org").preferences().isNothing()).isTrue();
    assertThat(site.get(preferences).body()).doesNotContain("No papers come");
    assertThat(site.post(preferences + "/leave-group", "group", "systems-lab").body())
        .contains("No papers come");
    assertThat(site.post(preferences, nothing).statusCode()).isEqualTo(422);
  }

  @Test
  void whoGetsAnEditionForAllIsToldSoAndKeepsWhatTheyWanted() {
    Group course = group("Course", Access.CLOSED, true, Content.BOTH);
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.groups.join(ada.id(), course.id(), site.now);
    String preferences = site.link(Purpose.PREFERENCES, ada);
    Document page = Jsoup.parse(site.get(preferences).body());
    assertThat(page.text()).contains("the same for all its members");
    assertThat(page.select("#interests")).isEmpty();
    assertThat(
            site.post(
                    preferences,
                    "at",
                    "09:15",
                    "zone",
                    "Europe/Oslo",
                    "days",
                    "MONDAY",
                    "language",
                    "en",
                    "format",
                    "HTML")
                .statusCode())
        .isEqualTo(200);
    Preferences after = site.find("ada@example.org").preferences();
    assertThat(after.timing().at()).isEqualTo(LocalTime.of(9, 15));
    assertThat(after.interests()).isEqualTo(Site.USUAL.interests());
    assertThat(after.content()).isEqualTo(Site.USUAL.content());
  }

  @Test
  void theDocumentOfAllThatIsKeptNamesTheGroups() {
    Group lab = lab();
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    site.groups.join(ada.id(), lab.id(), site.now);
    JsonNode document = JSON.readTree(site.get(site.link(Purpose.DATA, ada) + "/data.json").body());
    assertThat(document.get("groups").valueStream().map(JsonNode::stringValue))
        .containsExactly("Systems Lab");
  }

  @Test
  void aProgramJoinsAGroupAndGetsItsValuesWhereItGivesNone() {
    Group lab = lab();
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at("/api/subscriptions"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"address": "ada@example.org", "group": "systems-lab", "maximum": 7}\
                        """))
                .build());
    assertThat(answer.statusCode()).isEqualTo(202);
    Subscriber ada = site.find("ada@example.org");
    assertThat(ada.preferences().maximum()).isEqualTo(7);
    assertThat(ada.preferences().timing().at()).isEqualTo(LocalTime.of(6, 30));
    assertThat(ada.preferences().isNothing()).isTrue();
    assertThat(site.groups.asked(ada.id())).contains(lab);
  }

  @Test
  void aGroupThatIsRemovedMeanwhileIsJoinedByNobody() {
    Group lab = lab();
    Subscriber ada = site.subscriber("ada@example.org", Status.ACTIVE);
    join("systems-lab", "ada@example.org");
    String link = confirmLink(ada);
    site.groups.remove(lab.id());
    site.passes(Duration.ofMinutes(1));
    assertThat(site.get(link).statusCode()).isEqualTo(410);
    assertThat(site.post(link).statusCode()).isEqualTo(410);
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }
}
