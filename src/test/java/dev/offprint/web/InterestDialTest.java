package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber.Status;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing how far an interest reaches, without scripts. */
class InterestDialTest {
  @TempDir Path data;
  private Site site;
  private String link;

  @BeforeEach
  void start() {
    site = new Site(data);
    site.papers.record(
        List.of(
            Sightings.of("2611.00001", "Robots that juggle torches", "They juggle."),
            Sightings.of("2611.00002", "Robots that juggle torches underwater blindly", "Yes.")));
    link = site.link(Purpose.PREFERENCES, site.subscriber("ada@example.org", Status.ACTIVE));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  /** Saves a form with these interests, and these choices. */
  private HttpResponse<String> save(String interests, List<String> choices) {
    List<String> fields = new ArrayList<>(List.of("interests", interests, "often", "daily"));
    fields.addAll(List.of("at", "07:00", "zone", "UTC", "days", "MONDAY", "maximum", "10"));
    choices.forEach(choice -> fields.addAll(List.of("reach", choice)));
    return site.post(link, fields.toArray(String[]::new));
  }

  private List<Interest> saved() {
    return site.find("ada@example.org").preferences().interests();
  }

  /** The value of the choice of a reach for the first interest of a page. */
  private static String choice(Document page, String reach) {
    return page.select("#reach-1 option").stream()
        .filter(option -> option.text().equals(reach))
        .map(Element::val)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachInterestHasALabelledChoiceAndWhatItBrings() {
    save("robots juggling torches underwater blindly\nzebrafish ~broad", List.of());
    Document page = page(site.get(link));
    assertThat(page.select(".reach label").eachText())
        .containsExactly("robots juggling torches underwater blindly", "zebrafish");
    assertThat(page.select("label[for=reach-2]")).hasSize(1);
    assertThat(page.select("form select[name=reach] option[selected]").eachText())
        .containsExactly("normal", "broad");
    assertThat(page.select("#reach-1 option").eachText())
        .containsExactly("strict", "normal", "broad");
    assertThat(page.select("#" + page.expectFirst("#reach-1").attr("aria-describedby")).text())
        .isEqualTo("strict 1 · normal 1 · broad 2 papers of the last 8 days");
    assertThat(page.expectFirst("#interests").wholeText())
        .isEqualTo("robots juggling torches underwater blindly\nzebrafish ~broad");
  }

  @Test
  void whatIsChosenIsSavedAndCanBeTakenBack() {
    Document page = page(site.get(link));
    page = page(save("mixture of experts\nnew", List.of(choice(page, "broad"))));
    assertThat(saved())
        .containsExactly(new Interest("mixture of experts ~broad"), new Interest("new"));
    assertThat(page.select("option[selected]").eachText()).contains("broad");
    save("mixture of experts ~broad", List.of(choice(page, "normal")));
    assertThat(saved()).containsExactly(new Interest("mixture of experts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixture of experts ~strict", "mixture of many experts"})
  void whoWritesAnotherLineMeansWhatIsWritten(String line) {
    String broad = choice(page(site.get(link)), "broad");
    save(line, List.of(broad));
    assertThat(saved()).containsExactly(new Interest(line));
  }

  @Test
  void whoDeletesTheReachInTheLineMeansThat() {
    Document page = page(save("mixture of experts ~broad", List.of()));
    save("mixture of experts", List.of(choice(page, "broad")));
    assertThat(saved()).containsExactly(new Interest("mixture of experts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "::", "broad", "0:broad", "<b>:wide", "mixture of experts"})
  void aChoiceThatIsNoneChangesNothing(String choice) {
    assertThat(save("mixture of experts", List.of(choice)).statusCode()).isEqualTo(200);
    assertThat(saved()).containsExactly(new Interest("mixture of experts"));
  }

  @Test
  void aProblemElsewhereKeepsTheChoice() {
    String broad = choice(page(site.get(link)), "broad");
    HttpResponse<String> answer = save("mixture of experts\n-medical", List.of(broad));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("#reach-1 option[selected]").eachText())
        .containsExactly("broad");
    answer = site.subscribe("ada@@example.org", "interests", "mixture of experts", "reach", broad);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("#reach-1 option[selected]").eachText())
        .containsExactly("broad");
  }

  @Test
  void aNewcomerChoosesTooAndSeesWhatItBringsBefore() {
    String interest = "robots juggling torches underwater blindly";
    Document page = page(site.postFields("/subscribe/form", "interests", interest, "at", "07:00"));
    assertThat(page.select("#preview .papers > li")).hasSize(1);
    assertThat(page.select("#preview [data-reaches]")).isEmpty();
    String broad = choice(page, "broad");
    Document part = page(site.postFields("/preview", "interests", interest, "reach", broad));
    assertThat(part.select(".papers > li")).hasSize(2);
    assertThat(part.select("[data-reaches][hidden] #reach-1 option[selected]").eachText())
        .containsExactly("broad");
    site.subscribe("eve@example.org", "interests", interest, "reach", broad);
    assertThat(site.find("eve@example.org").preferences().interests())
        .containsExactly(new Interest(interest + " ~broad"));
  }

  @Test
  void ofManyInterestsTheFirstAreCounted() {
    String many =
        IntStream.range(0, 30)
            .mapToObj(number -> "robot" + number)
            .collect(Collectors.joining("\n"));
    Document page = page(save(many, List.of()));
    assertThat(page.select("select[name=reach]")).hasSize(30);
    assertThat(page.select(".reach small")).hasSize(20);
    assertThat(page.expectFirst("#reach-30").hasAttr("aria-describedby")).isFalse();
  }

  @Test
  void aLineWithoutRoomForAReachHasNoChoice() {
    String line = "robots " + "x".repeat(490);
    assertThat(page(save(line, List.of())).select("select[name=reach]")).isEmpty();
    assertThat(saved()).containsExactly(new Interest(line));
  }
}
