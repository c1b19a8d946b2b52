package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Editions as they are seldom. */
class EditionRendererOddTest {
  private final EditionRenderer renderer =
      new EditionRenderer(Samples.templates(), Samples.IMPRINT);

  @Test
  void aMailThatIsTooLongSaysWhereTheOtherPapersAre() {
    List<ChosenPaper> many = new ArrayList<>();
    for (int number = 0; number < 50; number++) {
      many.add(Samples.matched(longWinded(number), ("興味" + number).repeat(30), "興味"));
    }
    RenderedMail mail = render(many);
    assertThat(mail.htmlBody().wireSize().least()).isLessThanOrEqualTo(EditionRenderer.MOST_OCTETS);
    Document html = Jsoup.parse(mail.html());
    int shown = html.select("h3").size();
    assertThat(shown).isBetween(1, 49);
    String told = "And " + (50 - shown) + " more papers in the browser";
    assertThat(html.select("a:contains(" + told + ")").attr("href"))
        .isEqualTo(Samples.LINKS.view().toString());
    assertThat(mail.text().replaceAll("\\s+", " ")).contains(told + ": " + Samples.LINKS.view());
    assertThat(mail.text()).doesNotContain("\n\n\n");
  }

  private static Paper longWinded(int number) {
    return new Paper(
        new PaperId("10.1101/" + "&<".repeat(40) + number),
        ("深層" + number).repeat(100),
        "We show that it is so.",
        Collections.nCopies(4, new Author("作".repeat(80))),
        List.of("q-bio"),
        new Paper.Links(
            URI.create("https://example.org:8443/" + "%E6%B7%B1".repeat(number * 20)), null, null),
        Samples.ADAM.dates());
  }

  @Test
  void papersAlikeSayWhatTheyAreLikeInEachSize() {
    List<ChosenPaper> many = new ArrayList<>();
    many.add(Samples.matched(Samples.ATTENTION, "attention", "attention"));
    for (int number = 0; number < 20; number++) {
      many.add(
          Samples.chosen(
              Samples.titled("Paper " + number + " and more".repeat(10)),
              new Reason.Alike(Samples.ADAM.id(), "Tidal pools")));
    }
    RenderedMail mail = render(many);
    Document html = Jsoup.parse(mail.html());
    assertThat(html.body().child(0).text()).startsWith("Like papers you wanted more of: Paper 0");
    assertThat(html.select("h2").eachText()).contains("Like papers you wanted more of", "Also");
    assertThat(html.select("td.rule p").eachText())
        .isNotEmpty()
        .allMatch(reason -> reason.equals("Like “Tidal pools” · from Saturday"));
  }

  @Test
  void aFollowedAuthorWhoseNameIsTooLongToShowIsMarkedAllTheSame() {
    String name = "Ada " + "Lovelace".repeat(12);
    List<String> authors = new ArrayList<>(Collections.nCopies(5_000, "G. Aad"));
    authors.set(2_500, name);
    Paper paper = Samples.paper("2505.00001", "A title", "", authors, List.of("hep-ex"), null);
    Document html =
        Jsoup.parse(
            render(List.of(Samples.matched(paper, "author:\"" + name + "\"", name))).html());
    assertThat(html.select("h3 ~ p b").text()).startsWith("Ada Lovelace").endsWith("…");
  }

  @Test
  void whatIsOfAnotherYearHasItsYear() {
    Paper.Dates dates = Samples.ADAM.dates();
    Paper old =
        new Paper(
            Samples.ADAM.id(),
            "A title",
            "",
            List.of(),
            List.of(),
            Samples.ADAM.links(),
            new Paper.Dates(dates.published(), Samples.DAY.withYear(2024), null));
    Edition edition =
        Samples.edition(new ChosenPaper(old, Popularity.NONE, new Reason.Trending(7, 1, false)))
            .with(new EditionNotes(7, List.of()));
    assertThat(renderer.render(edition, Samples.LINKS).text())
        .contains("\n1 paper of 7 since 27 May 2024 · 1 minute\n");
  }

  @Test
  void reasonsOfLateSourcesAreNotTold() {
    Edition usual = Samples.usual();
    Edition late =
        new Edition(
            usual.subscriber(),
            usual.day(),
            usual.papers(),
            EditionNotes.NONE,
            "biorxiv (HTTP 503 (busy), try (later) again), tides (not asked yet), ice (cut (off)");
    assertThat(renderer.render(late, Samples.LINKS).text())
        .contains("Not in yet when this was made: biorxiv, tides, ice. Papers from");
  }

  @Test
  void textWithoutBlanksTakesTimeToReadToo() {
    List<ChosenPaper> papers = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      papers.add(Samples.trending(Samples.titled(number + "深層学習".repeat(20)), 9, number + 1, true));
    }
    assertThat(render(papers).text()).contains("\n10 papers · 4 minutes\n");
  }

  @Test
  void whatIsDroppedFromATitleLeavesNoBlanks() {
    Paper paper = Samples.titled("\u202E Tidal \uE000 pools \uFEFF");
    assertThat(render(List.of(Samples.trending(paper, 7, 1, true))).subject())
        .isEqualTo("Tidal pools");
  }

  private RenderedMail render(List<ChosenPaper> papers) {
    return renderer.render(Samples.edition(papers.toArray(ChosenPaper[]::new)), Samples.LINKS);
  }
}
