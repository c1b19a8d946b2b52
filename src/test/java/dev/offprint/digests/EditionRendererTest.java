package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.offprint.digests.EditionNotes.LastBrought;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Interest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionRendererTest {
  private static final int GMAIL_CLIPS_AT = 102 * 1024;

  private final EditionRenderer renderer =
      new EditionRenderer(Samples.templates(), Samples.IMPRINT);
  private final RenderedMail usual = renderer.render(Samples.usual(), Samples.LINKS);
  private final Document page = Jsoup.parse(usual.html());

  @Test
  void theSubjectNamesTheStrongestPaperAndCountsTheOthers() {
    Edition two =
        Samples.edition(
            Samples.trending(Samples.ATTENTION, 3, 1, true),
            Samples.trending(Samples.ADAM, 2, 2, true));
    assertThat(renderer.render(two, Samples.LINKS).subject())
        .isEqualTo("Attention Is All You Need and 1 more");
  }

  @Test
  void theHeadTellsWhoseMailItIsTheDayAndHowMuchThereIs() {
    assertThat(page.select("h1").text()).isEqualTo("Tuesday, 27 May");
    assertThat(page.text()).contains("Papers at the Lab Tuesday, 27 May 6 papers · 1 minute");
    assertThat(usual.text())
        .startsWith("Papers at the Lab\nTuesday, 27 May\n6 papers · 1 minute\n");
  }

  @Test
  void theHeadTellsFromHowManyPapersTheseWereChosen() {
    assertThat(text(noted(1_024, List.of()))).contains("6 papers of 1,024 since 24 May · 1 minute");
  }

  @Test
  void thePreviewNamesTheOtherSections() {
    assertThat(page.body().child(0).text())
        .startsWith("attention mechanisms for parsing: Attention Is All You Need · ");
    assertThat(page.body().child(0).attr("style")).contains("display:none");
  }

  @Test
  void aPaperShowsItsAuthorsWholeSentencesAndOnlyTheLinksItHas() {
    Element title = page.select("h3").getFirst();
    assertThat(title.text()).isEqualTo(Samples.OUTRAGEOUSLY.title());
    assertThat(title.select("a").attr("href")).isEqualTo("https://arxiv.org/abs/1701.06538");
    List<String> below = title.nextElementSiblings().eachText();
    assertThat(below.get(0)).isEqualTo("from Saturday");
    assertThat(below.get(1))
        .isEqualTo("Noam Shazeer, Azalia Mirhoseini, Krzysztof Maziarz and 4 more · cs.LG, cs.CL");
    assertThat(below.get(2)).endsWith(".").doesNotContain("…");
    assertThat(below.get(3)).isEqualTo("PDF + More − Less");
  }

  @Test
  void everyPaperInFullHasTheReadersLinksForMoreAndLessLikeIt() {
    assertThat(page.select("a:contains(More)").eachAttr("href"))
        .contains(Samples.LINKS.more() + "?paper=1701.06538");
    Element less = page.select("a:contains(Less)").getFirst();
    assertThat(less.attr("href")).isEqualTo(Samples.LINKS.less() + "?paper=1701.06538");
    assertThat(less.attr("aria-label")).isEqualTo("Less like " + Samples.OUTRAGEOUSLY.title());
  }

  @Test
  void anIdOfAnyCharactersStaysInItsLink() {
    Paper paper =
        new Paper(
            new PaperId("10.1101/a&b=<c>\"#é'+"),
            "A title",
            "",
            List.of(),
            List.of(),
            new Paper.Links(null, null, null),
            Samples.ADAM.dates());
    RenderedMail mail =
        renderer.render(Samples.edition(Samples.trending(paper, 1, 1, true)), Samples.LINKS);
    String link = Samples.LINKS.more() + "?paper=10.1101%2Fa%26b%3D%3Cc%3E%22%23%C3%A9%27%2B";
    assertThat(Jsoup.parse(mail.html()).select("a:contains(More)").attr("href")).isEqualTo(link);
    assertThat(mail.text()).contains("More or less like this [1]", "[1] " + link + "\n");
  }

  @Test
  void theHeadingsAreTheReasonsAsOneSaysThem() {
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "mixture of experts",
            "attention mechanisms for parsing, without vision",
            "Higgs boson by Aad",
            "Trending");
  }

  @Test
  void whatOneInterestBroughtStandsInOnePlaceAndTrendingPapersAreLast() {
    Edition mixed =
        Samples.edition(
            Samples.trending(Samples.RESIDUAL, 9, 1, true),
            Samples.matched(Samples.ATTENTION, "attention", "attention"),
            Samples.matched(Samples.HIGGS, "bosons", "bosons"),
            Samples.matched(Samples.OUTRAGEOUSLY, "attention", "attention"),
            Samples.trending(Samples.ADAM, 8, 2, true));
    Document html = Jsoup.parse(renderer.render(mixed, Samples.LINKS).html());
    assertThat(html.select("h2, h3").eachText())
        .containsExactly(
            "attention",
            Samples.ATTENTION.title(),
            Samples.OUTRAGEOUSLY.title(),
            "bosons",
            Samples.HIGGS.title(),
            "Trending",
            Samples.RESIDUAL.title(),
            Samples.ADAM.title());
  }

  @Test
  void aFollowedAuthorIsNamedWhereverTheyStand() {
    RenderedMail mail =
        renderer.render(
            Samples.edition(
                Samples.matched(Samples.ATTENTION, "author:Polosukhin", "author:Polosukhin")),
            Samples.LINKS);
    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("h2").text()).isEqualTo("New from Polosukhin");
    assertThat(html.select("h3 ~ p b").text()).isEqualTo("Illia Polosukhin");
    assertThat(mail.subject()).isEqualTo("Polosukhin: Attention Is All You Need");
    assertThat(mail.text()).contains("Illia Polosukhin, Ashish Vaswani");
  }

  @Test
  void whereThereIsNoRoomPapersHaveALineWithTheirReason() {
    RenderedMail mail = renderer.render(Samples.ofLength(30), Samples.LINKS);
    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("h3")).hasSize(30);
    assertThat(html.select("a:contains(PDF)").size()).isBetween(4, 12);
    assertThat(html.select("h2").eachText()).endsWith("Also");
    assertThat(html.select("td.rule p").eachText()).contains("74 upvotes, #2 on 24 May");
  }

  @Test
  void theFootTellsWhyHowToChangeOrLeaveAndWhoSendsIt() {
    assertThat(page.text())
        .contains(
            "You get this because ada.lovelace@analytical.example.org asked for trending papers and"
                + " papers for 3 interests on 1 May 2025.",
            "Sent by Papers at the Lab, 1 Example Street, Oslo. Replies reach a person.");
    assertThat(page.select("a:contains(Change)").attr("href"))
        .isEqualTo(Samples.LINKS.preferences().toString());
    assertThat(page.select("a:contains(Pause a week)").attr("href"))
        .isEqualTo(Samples.LINKS.pause().toString());
    assertThat(page.select("a:contains(Weekly instead)").attr("href"))
        .isEqualTo(Samples.LINKS.weekly().toString());
    assertThat(page.select("a:contains(Unsubscribe)").attr("href"))
        .isEqualTo(Samples.LINKS.unsubscribe().toString());
    assertThat(usual.text().replaceAll("\\s+", " "))
        .contains("Unsubscribe: " + Samples.LINKS.unsubscribe());
  }

  @Test
  void theFootNamesInterestsThatBroughtNothingAndWhenTheyLastDid() {
    Edition edition =
        noted(
            0,
            List.of(
                new LastBrought(new Interest("mixture of experts"), Samples.DAY),
                new LastBrought(new Interest("\"sea ice\" -arctic"), Samples.DAY.minusDays(20)),
                new LastBrought(new Interest("author:Noether"), null)));
    assertThat(text(edition))
        .contains("Nothing today for “sea ice, without arctic” (last on 7 May) and “Noether”.")
        .doesNotContain("for “mixture");
  }

  @Test
  void theFootNamesSourcesThatHadNotAnswered() {
    Edition edition = Samples.usual();
    Edition late =
        new Edition(
            edition.subscriber(),
            edition.day(),
            edition.papers(),
            EditionNotes.NONE,
            "biorxiv (no connection), arxiv (not asked yet)");
    assertThat(text(late))
        .contains("Not in yet when this was made: biorxiv, arxiv. Papers from there come");
    assertThat(usual.text()).doesNotContain("Not in yet", "Nothing today");
  }

  private static Edition noted(int considered, List<LastBrought> interests) {
    return Samples.usual().with(new EditionNotes(considered, interests));
  }

  /** What is read, whatever the lines. */
  private String text(Edition edition) {
    RenderedMail mail = renderer.render(edition, Samples.LINKS);
    String text = mail.text().replaceAll("\\s+", " ");
    assertThat(Jsoup.parse(mail.html()).text().replace('\u00A0', ' ')).isNotEmpty();
    return text;
  }

  @Test
  void nothingIsFetchedOrRunWhenTheMailIsOpened() {
    assertThat(page.select("script, img, link, iframe, object, form, [src], [background]"))
        .isEmpty();
    assertThat(usual.html().toLowerCase(Locale.ROOT))
        .doesNotContain("@import", "@font-face", "url(", " th:", "xmlns");
    assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.startsWith("https://"));
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).isEqualTo(usual.subject());
  }

  @Test
  void theTextIsWrappedAndItsLinksAreNumberedAtTheEnd() {
    assertThat(usual.text())
        .contains(
            """

            * Attention Is All You Need
              Ashish Vaswani, Noam Shazeer, Niki Parmar and 5 more · cs.CL, cs.LG
              from Saturday

            """)
        .contains(
            """

              Abstract [4], PDF [5], Code [6], More or less like this [7]
            """)
        .contains(
            """
            [4] https://arxiv.org/abs/1706.03762
            [5] https://arxiv.org/pdf/1706.03762
            [6] https://github.com/tensorflow/tensor2tensor
            [7] https://papers.example.org/more/AAAAAAAABNKmC3vLq8Wt5RzE1uXo7YkH?paper=1706.03762
            """);
    assertThat(usual.text().lines())
        .allMatch(line -> line.length() <= 72 || line.contains("https://"));
    assertThat(usual.text()).endsWith("\n").doesNotContain("\n\n\n").doesNotContain(" \n");
  }

  static Stream<Arguments> hostileTexts() {
    return Stream.of(
        // What is no known tag reads as it was typed.
        arguments("a <b & \"c\"> and 'd' > e", "a <b & \"c\"> and 'd' > e"),
        arguments("List<String> </unk> <think> p<q", "List<String> </unk> <think> p<q"),
        arguments("' onmouseover='alert(1)", "' onmouseover='alert(1)"),
        arguments("__${7*7}__ and ~{mail/edition.html}", "__${7*7}__ and ~{mail/edition.html}"),
        arguments(
            "[[${7*7}]] or [# th:text=\"x\"/] {{7}}", "[[${7*7}]] or [# th:text=\"x\"/] {{7}}"),
        arguments("<th:block th:utext=\"${7*7}\"/>", "<th:block th:utext=\"${7*7}\"/>"),
        arguments("javascript:alert(1)", "javascript:alert(1)"),
        // Known tags go and their text stays.
        arguments("<script>alert(1)</script>", "alert(1)"),
        arguments("\"><img src=x onerror=alert(1)>", "\">"),
        arguments("<a href=\"https://evil.example\">here</a>", "here"),
        arguments("<b>Tea</b> & <jats:italic>milk</jats:italic>", "Tea & milk"),
        arguments("</title></style></h3></div><h1>Mine</h1>", "</title></style></h3></div> Mine"),
        arguments("<scr<b></b>ipt>alert(1)</script>", "<script>alert(1)</script>"),
        // What is a tag only once it is decoded is shown; nothing is decoded twice.
        arguments("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        arguments("&lt;img src=x onerror=alert(1)&gt;", "<img src=x onerror=alert(1)>"),
        arguments("&amp;lt;b&amp;gt; &#38;amp; &quot;&apos;", "&lt;b&gt; &amp; \"'"),
        arguments("&lt;b&gt; &amp; <!-- <![CDATA[ ]]>", "<b> & <!-- ]]>"));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void paperTextIsShownCleanAndNeverBecomesMarkup(String raw, String shown) {
    String told = "We show that %s makes reading faster by 40 percent.";
    Paper paper =
        Samples.paper("2505.00001", raw, told.formatted(raw), List.of(raw), List.of(raw), null);
    RenderedMail mail =
        renderer.render(Samples.edition(Samples.matched(paper, raw, raw)), Samples.LINKS);
    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("h3").text()).isEqualTo(shown);
    assertThat(html.select("h3 ~ p").eachText()).contains(raw + " · " + raw, told.formatted(shown));
    assertThat(html.title()).isEqualTo(mail.subject());
    assertThat(html.select("h1")).hasSize(1);
    assertThat(html.select("script, img, [onerror], [onmouseover]")).isEmpty();
    assertThat(html.select("a").eachAttr("href"))
        .containsExactly(
            "https://arxiv.org/abs/2505.00001",
            "https://arxiv.org/pdf/2505.00001",
            Samples.LINKS.more() + "?paper=2505.00001",
            Samples.LINKS.less() + "?paper=2505.00001",
            Samples.LINKS.preferences().toString(),
            Samples.LINKS.pause().toString(),
            Samples.LINKS.weekly().toString(),
            Samples.LINKS.view().toString(),
            Samples.LINKS.unsubscribe().toString());
    assertThat(mail.subject()).endsWith(shown);
    assertThat(mail.text().replaceAll("\\s+", " "))
        .contains(
            "* "
                + shown
                + " "
                + raw
                + " · "
                + raw
                + " from Saturday "
                + told.formatted(shown)
                + " Abstract [1]");
  }

  @Test
  void aTitleOfNothingButTagsIsShownAsItCame() {
    RenderedMail mail =
        renderer.render(
            Samples.edition(Samples.trending(Samples.titled("<b></b><br>"), 1, 1, true)),
            Samples.LINKS);
    assertThat(mail.subject()).isEqualTo("<b></b><br>");
    assertThat(Jsoup.parse(mail.html()).select("h3").text()).isEqualTo("<b></b><br>");
    assertThat(Jsoup.parse(mail.html()).select("h3 b, h3 br")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>",
        "&lt;script&gt; ",
        "\"'<>&",
        "$\\frac{<b>}{\u202E\r\n",
        "&#13;&#10;Bcc: "
      })
  void fiveThousandHostileCharactersStayOneShortLineOfText(String piece) {
    Paper paper = Samples.titled(piece.repeat(5_000 / piece.length()));
    RenderedMail mail =
        renderer.render(Samples.edition(Samples.trending(paper, 1, 1, true)), Samples.LINKS);
    Document html = Jsoup.parse(mail.html());
    assertThat(mail.subject())
        .hasSizeBetween(20, Subject.LONGEST)
        .matches("[^\\p{Cc}\\u2028-\\u202E]+");
    assertThat(html.select("h3").text()).hasSizeBetween(100, PaperBlock.TITLE);
    assertThat(html.select("h3 script, h3 b, h1 + h1")).isEmpty();
    assertThat(html.title()).isEqualTo(mail.subject());
    assertThat(mail.text()).doesNotContain("\r", "\u202E");
  }

  @Test
  void lineBreaksAndDirectionMarksInATitleDoNotReachTheMail() {
    Paper paper =
        Samples.titled(
            "A\r\n"
                + "Bcc: all@example.org\u2028\u0000B \u202Etxet\u2066"
                + " \uD800&#13;&#10;&#x202E;z&#0;");
    RenderedMail mail =
        renderer.render(Samples.edition(Samples.trending(paper, 1, 1, true)), Samples.LINKS);
    String shown = "A Bcc: all@example.org B txet \uFFFD z&#0;";
    assertThat(mail.subject()).isEqualTo(shown);
    assertThat(Jsoup.parse(mail.html()).select("h3").text()).isEqualTo(shown);
    assertThat(mail.text()).contains("* " + shown + "\n");
  }

  @Test
  void onlyWebAddressesBecomeLinks() {
    Paper paper =
        linking(
            URI.create("javascript:alert(1)"),
            URI.create("data:text/html,x"),
            URI.create("HTTPS://example.org/a?b=1&c=%22%3E"));
    RenderedMail mail =
        renderer.render(Samples.edition(Samples.trending(paper, 1, 1, true)), Samples.LINKS);
    Document html = Jsoup.parse(mail.html());
    assertThat(html.select("h3 a")).isEmpty();
    assertThat(html.select("h3").text()).isEqualTo("A title");
    assertThat(html.select("h3 ~ p a").eachAttr("href"))
        .startsWith("HTTPS://example.org/a?b=1&c=%22%3E")
        .hasSize(3);
    assertThat(mail.html() + mail.text()).doesNotContain("javascript:", "data:");
  }

  @Test
  void aPaperWithNothingButATitleLeavesNoGaps() {
    Paper bare =
        new Paper(
            Samples.ADAM.id(),
            "A title",
            "",
            List.of(),
            List.of(),
            new Paper.Links(null, null, null),
            Samples.ADAM.dates());
    RenderedMail mail =
        renderer.render(Samples.edition(Samples.trending(bare, 1, 1, true)), Samples.LINKS);
    assertThat(mail.text())
        .contains("* A title\n  1 upvote, #1 today\n\n  More or less like this [1]\n");
    assertThat(Jsoup.parse(mail.html()).select("h3 ~ p").eachText())
        .containsExactly("1 upvote, #1 today", "+ More − Less");
  }

  @Test
  void anEditionOfAnyLengthIsShownWholeByGmail() {
    assertThat(bytes(Samples.ofLength(10))).isLessThan(GMAIL_CLIPS_AT / 4);
    assertThat(bytes(Samples.ofLength(50))).isLessThan(GMAIL_CLIPS_AT * 3 / 4);
  }

  @Test
  void aHugeTitleIsCutSoThatTheOtherPapersStayVisible() {
    Paper huge = Samples.titled("word ".repeat(1_000));
    RenderedMail mail =
        renderer.render(Samples.edition(Samples.trending(huge, 1, 1, true)), Samples.LINKS);
    assertThat(Jsoup.parse(mail.html()).select("h3").text())
        .hasSizeLessThanOrEqualTo(PaperBlock.TITLE)
        .endsWith("word…");
  }

  private int bytes(Edition edition) {
    return renderer.render(edition, Samples.LINKS).html().getBytes(StandardCharsets.UTF_8).length;
  }

  private static Paper linking(@Nullable URI page, @Nullable URI pdf, @Nullable URI code) {
    return new Paper(
        Samples.ADAM.id(),
        "A title",
        "",
        List.of(),
        List.of(),
        new Paper.Links(page, pdf, code),
        Samples.ADAM.dates());
  }

  @Test
  void aWeeklyMailSaysThatItIsOfTheWeek() {
    RenderedMail weekly = renderer.render(Samples.weekly(), Samples.LINKS);
    Document html = Jsoup.parse(weekly.html());

    assertThat(html.select("h1").text()).isEqualTo("The week to Tuesday, 27 May");
    assertThat(html.select("h2").eachText()).contains("mixture of experts", "Trending");
    assertThat(html.text())
        .contains("1,204 upvotes, #1 of the week")
        .contains("papers for 3 interests, once a week, on 1 May 2025.")
        .doesNotContain("Weekly instead");
    assertThat(weekly.text())
        .startsWith("Papers at the Lab\nThe week to Tuesday, 27 May\n")
        .contains("74 upvotes, #2 of the week")
        .doesNotContain("Weekly instead");
  }

  @Test
  void dailyAndWeeklyMailsOfOneDayDoNotTakeEachOthersWords() {
    renderer.render(Samples.weekly(), Samples.LINKS);
    RenderedMail daily = renderer.render(Samples.usual(), Samples.LINKS);

    assertThat(daily.html()).isEqualTo(usual.html()).doesNotContain("week to", "of the week");
    assertThat(daily.text()).isEqualTo(usual.text()).doesNotContain("week to", "of the week");
  }

  @Test
  void aChangeBetweenDailyAndWeeklyAfterChoosingLeavesEveryReasonTrue() {
    Edition daily = Samples.usual();
    Edition weekly = Samples.weekly();
    String turnedWeekly =
        renderer
            .render(new Edition(weekly.subscriber(), weekly.day(), daily.papers()), Samples.LINKS)
            .text();
    String turnedDaily =
        renderer
            .render(new Edition(daily.subscriber(), daily.day(), weekly.papers()), Samples.LINKS)
            .text();

    assertThat(turnedWeekly)
        .contains("The week to Tuesday, 27 May", "1,204 upvotes, #1 today")
        .doesNotContain("of the week");
    assertThat(turnedDaily)
        .contains("\nTuesday, 27 May", "1,204 upvotes, #1 of the week")
        .doesNotContain("The week to", "once a week");
  }
}
