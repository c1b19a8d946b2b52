package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Preferences;
import java.net.URI;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class NoticeRendererTest {
  private static final URI CONFIRM = URI.create("https://papers.example.org/confirm/a?b=1&c=2");

  private final RenderedMail mail =
      new NoticeRenderer(Samples.templates(), Samples.IMPRINT)
          .confirmation(Samples.subscriber(Preferences.Content.BOTH), CONFIRM, Duration.ofDays(3));
  private final Document page = Jsoup.parse(mail.html());

  @Test
  void aConfirmationHasOneLinkAndItConfirms() {
    assertThat(page.select("a").eachAttr("href")).containsExactly(CONFIRM.toString());
    assertThat(mail.text().lines()).contains(CONFIRM.toString());
  }

  @Test
  void aConfirmationSaysWhoAskedForWhatAndWhatHappensOtherwise() {
    for (String text : new String[] {page.text(), mail.text().replaceAll("\\s+", " ")}) {
      assertThat(text)
          .contains("asked papers.example.org to send ada.lovelace@analytical.example.org a mail")
          .contains("trending papers and papers for 3 interests, at most 10 papers")
          .contains("every day at 07:00 (Europe/Oslo)")
          .contains("3 days")
          .contains("If it was not you, do nothing")
          .contains("never more than once a day");
    }
  }

  @Test
  void aConfirmationOfAWeeklyMailSaysWhichDay() {
    RenderedMail weekly =
        new NoticeRenderer(Samples.templates(), Samples.IMPRINT)
            .confirmation(Samples.weekly().subscriber(), CONFIRM, Duration.ofDays(3));

    assertThat(mail.subject()).isEqualTo("Please confirm: a daily mail of research papers");
    assertThat(weekly.subject()).isEqualTo("Please confirm: a weekly mail of research papers");
    assertThat(Jsoup.parse(weekly.html()).text())
        .contains("When every Tuesday at 07:00 (Europe/Oslo)")
        .contains("papers come every Tuesday at 07:00 (Europe/Oslo)");
    assertThat(weekly.text()).contains("every Tuesday at 07:00 (Europe/Oslo)");
  }

  @Test
  void aConfirmationRepeatsNothingThatTheFormsUserMadeUp() {
    assertThat(mail.html() + mail.text() + mail.subject())
        .doesNotContain("mixture of experts")
        .doesNotContain("author:Aad");
  }

  @Test
  void theLinkThatWasAskedForIsTheOneLinkAndNobodyIsUrged() {
    RenderedMail link =
        new NoticeRenderer(Samples.templates(), Samples.IMPRINT)
            .link(Samples.subscriber(Preferences.Content.BOTH), CONFIRM);
    Document shown = Jsoup.parse(link.html().toString());
    assertThat(shown.select("a").eachAttr("href")).containsExactly(CONFIRM.toString());
    assertThat(shown.select("script, img, link, [src]")).isEmpty();
    assertThat(link.text().lines()).contains(CONFIRM.toString());
    assertThat(link.text().lines()).allMatch(line -> line.length() <= 76);
    for (String text :
        new String[] {shown.text(), link.text().toString().replaceAll("\\s+", " ")}) {
      assertThat(text)
          .contains("asked papers.example.org for the link")
          .contains("ada.lovelace@analytical.example.org")
          .contains("If it was not you, do nothing");
    }
  }

  @Test
  void aConfirmationFetchesNothingAndFitsTheTerminal() {
    assertThat(page.select("script, img, link, [src]")).isEmpty();
    assertThat(mail.html()).doesNotContain("url(", "@import", " th:");
    assertThat(mail.text().lines()).allMatch(line -> line.length() <= 76);
  }
}
