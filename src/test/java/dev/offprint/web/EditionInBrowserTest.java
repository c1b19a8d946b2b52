package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.Edition;
import dev.offprint.digests.EditionNotes;
import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.ledger.Delivery;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition behind the link of its mail, which people pass on. */
class EditionInBrowserTest {
  private static final Interest EXPERTS = new Interest("\"mixture of experts\" -survey");
  private static final Interest LOVELACE = new Interest("author:\"Ada Lovelace\"");
  private static final Interest SECRET = new Interest("what my rival writes");

  @TempDir Path data;
  private Site site;
  private Subscriber ada;
  private final List<ChosenPaper> chosen = new ArrayList<>();

  @BeforeEach
  void start() {
    site = new Site(data);
    OutboxFixture.fill(site.database, 0);
    ada = site.subscriber("ada@example.org", Status.ACTIVE);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void choose(int paper, Reason reason, int upvotes) {
    chosen.add(new ChosenPaper(OutboxFixture.paper(paper), new Popularity(upvotes, 0, 0), reason));
  }

  private Document page(EditionNotes notes, @Nullable String late) {
    var ledger = site.notices.ledger();
    Edition edition = new Edition(ada, OutboxFixture.TODAY, chosen, notes, late);
    Delivery sent =
        OutboxFixture.plan(ledger, edition, new Delivery.Planning(site.now, late)).orElseThrow();
    OutboxFixture.sent(ledger, sent.id(), "250 ok", site.now);
    return Jsoup.parse(
        site.get("/edition/" + site.tokens.token(Purpose.EDITION, sent.id(), site.now)).body());
  }

  @Test
  void allPapersStandUnderTheHeadingsOfTheMailWithTheirAbstracts() {
    choose(1, new Reason.Trending(9, 1, true), 9);
    choose(2, new Reason.Matched(EXPERTS, List.of("mixture", "experts")), 0);
    choose(3, new Reason.Matched(LOVELACE, List.of("Ada", "Lovelace")), 0);
    choose(4, new Reason.Close(EXPERTS, ""), 0);
    for (int i = 5; i <= 20; i++) {
      choose(i, new Reason.Trending(1, i, true), 1);
    }
    Document page = page(EditionNotes.NONE, null);
    assertThat(page.select("main h2").eachText())
        .containsExactly("mixture of experts, without survey", "New from Ada Lovelace", "Trending");
    assertThat(page.select("section h3").eachText())
        .hasSize(20)
        .startsWith("Title 2", "Title 4", "Title 3", "Title 1");
    assertThat(page.select("section:first-of-type .why").eachText())
        .containsExactly("Close in meaning");
    assertThat(page.select("details[open] > p:first-of-type").eachText())
        .hasSize(20)
        .containsOnly("Text");
    assertThat(page.text()).contains("20 papers");
  }

  @Test
  void whoTheLinkIsPassedOnToLearnsOfNoOtherInterestAndDecidesNothing() {
    choose(2, new Reason.Matched(EXPERTS, List.of("mixture", "experts")), 0);
    Document page =
        page(
            new EditionNotes(
                10,
                List.of(
                    new LastBrought(EXPERTS, OutboxFixture.TODAY),
                    new LastBrought(SECRET, null),
                    new LastBrought(LOVELACE, OutboxFixture.TODAY.minusDays(3)))),
            "biorxiv (it did not answer)");
    assertThat(page.text())
        .contains(
            "2 other interests brought nothing new.", "Not in yet when this was made: biorxiv")
        .doesNotContain("rival", "Lovelace", "a…@", "ada@example.org");
    assertThat(page.select("main form, main button")).isEmpty();
    assertThat(page.select("main a[href^=/]:not([href^=/paper/])").eachAttr("href"))
        .containsExactly("/link");
  }
}
