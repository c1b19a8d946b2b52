package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a reader gets who chose German; the papers stay in the language that they are in. */
class GermanMailsTest {
  private static final URI LINK = URI.create("https://papers.example.org/x/Zk4uY7bQm1RvXt9sLd2eHw");

  private final EditionRenderer editions =
      new EditionRenderer(Samples.templates(), Samples.IMPRINT);
  private final RenderedMail edition =
      editions.render(SampleMails.german(SampleMails.told()), Samples.LINKS);
  private final Document html = Jsoup.parse(edition.html());

  @Test
  void anEditionSaysEverythingInGerman() {
    assertThat(edition.subject()).endsWith("und 5 weitere");
    assertThat(html.select("html").attr("lang")).isEqualTo("de");
    assertThat(html.select("h1").text()).isEqualTo("Dienstag, 27. Mai");
    assertThat(html.text())
        .contains("6 Arbeiten von 412 seit 24. Mai · 1 Minute")
        .contains("Noam Shazeer, Azalia Mirhoseini, Krzysztof Maziarz und 4 weitere")
        .contains("attention mechanisms for parsing, ohne vision")
        .contains("1.204 Stimmen, heute auf Platz 1")
        .contains("74 Stimmen, am 24. Mai auf Platz 2")
        .contains("Heute nichts zu „tidal pools“ (zuletzt am 18. Mai) und „Noether“.")
        .contains("Fehlte noch, als diese Ausgabe entstand: biorxiv.")
        .contains(
            "weil ada.lovelace@analytical.example.org am 1. Mai 2025 abonniert hat: beliebte"
                + " Arbeiten und Arbeiten zu 3 Interessen.")
        .contains("Gesendet von Papers at the Lab, 1 Example Street, Oslo.");
    assertThat(html.select("a").eachAttr("aria-label"))
        .contains("Mehr wie Attention Is All You Need", "Weniger wie Attention Is All You Need");
  }

  @Test
  void itsTextDoesToo() {
    assertThat(edition.text().replaceAll("\\s+", " "))
        .contains("Zusammenfassung [1], PDF [2], Mehr oder weniger davon [3]")
        .contains("Ändern, was Sie bekommen: https://papers.example.org/preferences/")
        .doesNotContain("Unsubscribe", "upvote");
    assertThat(edition.text().lines().filter(line -> !line.contains("://")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextLayout.WIDTH));
  }

  /** So that a screen reader speaks them as they are meant (WCAG 2.2, 3.1.2). */
  @Test
  void titlesAndExcerptsSayThatTheyAreInEnglish() {
    assertThat(html.select("h3").eachAttr("lang")).isNotEmpty().containsOnly("en");
    for (Element excerpt : html.select("p[dir=auto][lang=en]")) {
      assertThat(excerpt.text()).endsWith(".");
    }
    assertThat(html.select("p[dir=auto][lang=en]")).isNotEmpty();
  }

  @Test
  void readersOfSeveralLanguagesAreServedByOneRenderer() {
    RenderedMail english = editions.render(SampleMails.told(), Samples.LINKS);
    RenderedMail german = editions.render(SampleMails.german(SampleMails.told()), Samples.LINKS);

    assertThat(Jsoup.parse(english.html()).select("h1").text()).isEqualTo("Tuesday, 27 May");
    assertThat(german.html()).isEqualTo(edition.html());
  }

  @Test
  void theOtherMailsAreInGerman() {
    NoticeRenderer notices = new NoticeRenderer(Samples.templates(), Samples.IMPRINT);
    var reader = SampleMails.german(SampleMails.told().subscriber());
    for (RenderedMail mail :
        List.of(
            notices.confirmation(reader, LINK, Duration.ofDays(3)),
            notices.newAddress(reader, LINK, Duration.ofDays(3)),
            notices.link(reader, LINK),
            notices.data(reader, LINK, Duration.ofHours(2)),
            notices.move(reader, LINK))) {
      assertThat(mail.text())
          .contains("Jemand, vermutlich Sie, hat papers.example.org")
          .contains("Waren Sie es nicht")
          .doesNotContain("you", "Someone");
      assertThat(Jsoup.parse(mail.html()).text()).doesNotContain("you", "Someone");
    }
    assertThat(notices.confirmation(reader, LINK, Duration.ofDays(3)).text())
        .contains("täglich um 07:00 Uhr (Europe/Oslo)")
        .contains("Der Link gilt 3 Tage.");
  }

  /** The operator may have taken a language away. */
  @Test
  void whoChoseALanguageThatThereIsNotGetsEnglish() {
    var told = SampleMails.told();
    var reader = told.subscriber().wanting(told.subscriber().preferences().in("eo"));
    assertThat(
            new NoticeRenderer(Samples.templates(), Samples.IMPRINT).link(reader, LINK).subject())
        .isEqualTo("Your link to change, pause or end your subscription");
  }
}
