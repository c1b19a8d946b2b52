package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing between a mail a day and one a week. */
class HowOftenTest {
  @TempDir Path data;
  private Site site;
  private Subscriber ada;
  private String link;

  @BeforeEach
  void start() {
    site = new Site(data);
    ada = site.subscriber("ada@example.org", Status.ACTIVE);
    link = site.link(Purpose.PREFERENCES, ada);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void whoChoosesWeeklyGetsTheDayOfTheListWhateverDaysAreTicked() {
    assertThat(
            site.subscribe(
                    "grace@example.org",
                    "trending",
                    "yes",
                    "often",
                    "weekly",
                    "weekday",
                    "THURSDAY")
                .statusCode())
        .isEqualTo(200);
    assertThat(days("grace@example.org")).containsExactly(DayOfWeek.THURSDAY);
  }

  @Test
  void whoChoosesDailyGetsTheTickedDaysWhateverTheListSays() {
    site.subscribe("grace@example.org", "trending", "yes", "often", "daily", "weekday", "THURSDAY");
    assertThat(days("grace@example.org"))
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
  }

  @Test
  void aWeeklyReaderSeesTheirDayAndCanGoBackToDailyByOneClick() {
    HttpResponse<String> answer = change("often", "weekly", "weekday", "FRIDAY");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".saved").text())
        .isEqualTo(
            "Saved. Your next edition comes on Friday 27 November, at 07:00 (UTC), then every"
                + " Friday.");
    assertThat(chosen(page)).isEqualTo("weekly");
    assertThat(page.select("#weekday option[selected]").eachAttr("value"))
        .containsExactly("FRIDAY");

    List<String> ticked = new ArrayList<>(List.of("often", "daily", "weekday", "FRIDAY"));
    page.select("input[name=days][checked]")
        .eachAttr("value")
        .forEach(day -> ticked.addAll(List.of("days", day)));
    Document daily = Jsoup.parse(change(ticked.toArray(String[]::new)).body());
    assertThat(chosen(daily)).isEqualTo("daily");
    assertThat(days("ada@example.org")).hasSize(5);
  }

  @Test
  void oneTickedDayIsShownAsWeekly() {
    Document page = Jsoup.parse(change("often", "daily", "days", "SUNDAY").body());
    assertThat(chosen(page)).isEqualTo("weekly");
    assertThat(page.select("#weekday option[selected]").eachAttr("value"))
        .containsExactly("SUNDAY");
  }

  @ParameterizedTest
  @CsvSource({
    "daily, THURSDAY, days, Choose at least one day.",
    "weekly, SOMEDAY, weekday, Choose a day from the list.",
    "weekly, '', weekday, Choose a day from the list."
  })
  void aProblemStandsAtTheChoiceThatWasMadeAndWhatWasTypedIsKept(
      String often, String weekday, String field, String problem) {
    HttpResponse<String> answer = change("often", often, "weekday", weekday, "at", "05:45");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".error").eachText()).containsExactly(problem);
    Element described = page.expectFirst("[aria-describedby=" + field + "-error]");
    assertThat(described.select("#" + field + "-error").isEmpty())
        .isEqualTo(field.equals("weekday"));
    assertThat(page.select("#" + field + "-error").text()).isEqualTo(problem);
    assertThat(page.select("#weekday").attr("aria-invalid"))
        .isEqualTo(field.equals("weekday") ? "true" : "");
    assertThat(chosen(page)).isEqualTo(often);
    assertThat(page.select("#weekday option[selected]").eachAttr("value"))
        .isEqualTo(weekday.equals("THURSDAY") ? List.of("THURSDAY") : List.of());
    assertThat(page.select("#at").val()).isEqualTo("05:45");
    assertThat(site.find("ada@example.org")).isEqualTo(ada);
  }

  @Test
  void bothChoicesAreNamedForThoseWhoHearThePage() {
    Document page = Jsoup.parse(site.get("/subscribe").body());
    Element often = page.expectFirst("fieldset.often");
    assertThat(often.child(0).normalName()).isEqualTo("legend");
    assertThat(often.child(0).text()).isEqualTo("How often");
    assertThat(often.select("label:has(input[name=often])").eachText())
        .containsExactly(
            "Daily on the days that you choose", "Once a week the best of the week in one mail");
    assertThat(often.select("label[for=weekday]")).hasSize(1);
    assertThat(often.select("[role=group]").attr("aria-label")).isEqualTo("Days of the daily mail");
  }

  private HttpResponse<String> change(String... namesAndValues) {
    List<String> fields = new ArrayList<>(List.of(namesAndValues));
    if (!fields.contains("at")) {
      fields.addAll(List.of("at", "07:00"));
    }
    fields.addAll(List.of("trending", "yes", "maximum", "10", "zone", "UTC"));
    return site.post(link, fields.toArray(String[]::new));
  }

  private java.util.Set<DayOfWeek> days(String address) {
    return site.find(address).preferences().timing().days();
  }

  private static String chosen(Document page) {
    return page.select("input[name=often][checked]").val();
  }
}
