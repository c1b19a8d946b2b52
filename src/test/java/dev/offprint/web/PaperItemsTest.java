package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.messages.Languages;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.templates.Templates;
import dev.offprint.web.http.Rendering;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperItemsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private final PaperItems items =
      new PaperItems(
          new Rendering(new Templates(Site.TEMPLATES), URI.create("https://offprint.example")));

  private static Candidate paper(String title) {
    return new Candidate(
        new Paper(
            new PaperId("2603.00001"),
            title,
            "What it says.",
            List.of(new Author("Ada Byron")),
            List.of("cs.LG"),
            new Paper.Links(URI.create("https://arxiv.org/abs/2603.00001"), null, null),
            new Paper.Dates(DAY, DAY, null)),
        Popularity.NONE);
  }

  private String html(Candidate paper) {
    return items.html(List.of(paper), Map.of(), Messages.english());
  }

  @Test
  void aPaperIsOneItemWithAllThatIsShownOfIt() {
    assertThat(html(paper("Sparse experts")))
        .startsWith("<li id=\"p2603.00001\">")
        .contains("https://arxiv.org/abs/2603.00001", "Sparse experts", "Ada Byron", "What it says")
        .endsWith("</li>")
        .doesNotContain("th:");
  }

  @Test
  void theSamePaperIsTheSameAgainAndAChangedOneIsNot() {
    String before = html(paper("Sparse experts"));

    assertThat(html(paper("Sparse experts"))).isEqualTo(before);
    assertThat(html(paper("Sparse experts, revised"))).contains(", revised");
  }

  @Test
  void eachLanguageHasItsOwn() {
    Candidate paper = paper("Sparse experts");
    String english = html(paper);
    String german = items.html(List.of(paper), Map.of(), Languages.shipped().of("de"));

    assertThat(english).contains("Abstract<", "10 March 2026");
    assertThat(german).contains("Zusammenfassung<", "10. März 2026", "lang=\"en\"");
    assertThat(html(paper)).isEqualTo(english);
  }

  @Test
  void nothingInAPaperBecomesMarkup() {
    String nasty = "<script>alert(1)</script> x < y <img src=x>";
    String html = html(paper(nasty));

    assertThat(html).doesNotContain("<script", "<img").contains("x &lt; y");
    // From what is kept, too.
    assertThat(html(paper(nasty))).isEqualTo(html);
  }
}
