package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How an edition shows what lists say of papers. */
class ListedPapersTest {
  private static final Imprint WITH_SUMMARIES = new Imprint("Papers at the Lab", "", "", true);
  private static final Paper.Summary SUMMARY =
      new Paper.Summary("Attention alone $\\to$ translation, <b>fast</b> & well.", "A Reader <x>");

  private static Paper listed(@Nullable String organization, Paper.@Nullable Summary summary) {
    Paper paper = Samples.ATTENTION;
    return new Paper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        List.of(new Author("Ashish Vaswani")),
        paper.categories(),
        paper.links(),
        paper.dates(),
        new Paper.Listing(organization, summary));
  }

  private static RenderedMail render(Imprint imprint, Paper paper) {
    ChosenPaper chosen =
        new ChosenPaper(
            paper,
            new Popularity(81, 0, 0, new Popularity.Rise(9, Samples.DAY.minusDays(1))),
            new Reason.Matched(new Interest("attention"), List.of("attention")));
    return new EditionRenderer(Samples.templates(), imprint)
        .render(Samples.edition(chosen), Samples.LINKS);
  }

  private static String text(RenderedMail mail) {
    return Jsoup.parse(mail.html()).text() + "\n" + mail.text().replaceAll("\\s+", " ");
  }

  @Test
  void theOrganisationStandsBehindTheAuthorsElseTheCategoriesDo() {
    assertThat(text(render(Samples.IMPRINT, listed("R&amp;D <i>Lab</i>", null))).lines())
        .allSatisfy(
            each -> assertThat(each).contains("Ashish Vaswani · R&D Lab").doesNotContain("cs.CL"));
    assertThat(text(render(Samples.IMPRINT, listed(null, null))).lines())
        .allSatisfy(each -> assertThat(each).contains("Ashish Vaswani · cs.CL, cs.LG"));
  }

  @Test
  void theRiseOfVotesStandsAtThePaper() {
    assertThat(text(render(Samples.IMPRINT, listed(null, null))).lines())
        .allSatisfy(each -> assertThat(each).contains("81 upvotes, up 9 since yesterday"));
  }

  @Test
  void sentencesOfTheAbstractAreShownUnlessTheOperatorWantsSummaries() {
    assertThat(text(render(Samples.IMPRINT, listed(null, SUMMARY)))).doesNotContain("Summary by");
    RenderedMail mail = render(WITH_SUMMARIES, listed(null, SUMMARY));
    assertThat(text(mail).lines())
        .allSatisfy(
            each ->
                assertThat(each)
                    .contains(
                        "Summary by A Reader <x>: Attention alone → translation, fast & well."));
    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("x, script")).isEmpty();
    assertThat(html.text()).doesNotContain("The Transformer keeps");
  }

  @Test
  void whereThereIsNoSummaryThereAreSentences() {
    RenderedMail mail = render(WITH_SUMMARIES, listed(null, null));
    assertThat(text(mail)).doesNotContain("Summary by");
    assertThat(mail.text()).contains("The Transformer keeps the attention");
  }

  @Test
  void aSummaryWithoutAnAuthorIsTheSourcesAndALongOneIsCut() {
    Paper.Summary endless = new Paper.Summary("It works well. ".repeat(60).strip(), "");
    RenderedMail mail = render(WITH_SUMMARIES, listed("o".repeat(200), endless));
    String line = mail.text().replaceAll("\\s+", " ");
    assertThat(line).contains("Summary by the source: It works well.");
    assertThat(line.split("It works well", -1)).hasSizeLessThan(30);
    assertThat(line).contains("o".repeat(59) + "…").doesNotContain("o".repeat(61));
  }
}
