package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mails use nothing that Gmail, Apple Mail, Outlook or Yahoo lacks, by the data of caniemail.com as
 * of November 2026, but for what is named here with what happens without it.
 */
class MailStylesTest {
  private static final Set<String> KNOWN_EVERYWHERE =
      Set.of(
          "background",
          "border",
          "border-left",
          "border-top",
          "color",
          "display",
          "font",
          "font-size",
          "font-weight",
          "line-height",
          "margin",
          "padding",
          "text-align",
          "text-decoration");

  private static final Set<String> WITH_A_FALLBACK =
      Set.of(
          "max-width", // Outlook for Windows: a table of 640 pixels in a comment for it
          "max-height", // hides the preview text where display:none is not known
          "overflow", // as above
          "mso-hide", // the same for Outlook for Windows
          "word-break"); // Yahoo: an endless word widens the mail

  /** Without these, a mail is shown in its light scheme and with wider margins on a phone. */
  private static final Pattern STYLES =
      Pattern.compile(
          "(?s)\\s*(?::root \\{[^{}]*\\}\\s*|@media \\((?:max-width: 480px|prefers-color-scheme:"
              + " dark)\\) \\{(?:\\s*\\.[a-z]+ \\{[^{}]*\\})+\\s*\\}\\s*|\\[data-ogsc\\] \\.hit"
              + " \\{[^{}]*\\}\\s*)+");

  @ParameterizedTest
  @MethodSource("names")
  void mailProgramsKnowWhatMailsUse(String name) {
    Document html = Jsoup.parse(Objects.requireNonNull(SampleMails.all().get(name)).html());
    assertThat(
            html.select("[style]").eachAttr("style").stream()
                .flatMap(MailStylesTest::properties)
                .distinct())
        .allMatch(each -> KNOWN_EVERYWHERE.contains(each) || WITH_A_FALLBACK.contains(each));
    assertThat(html.select("style").getFirst().data()).matches(STYLES);
    assertThat(html.select("*").eachAttr("class").stream().distinct())
        .isSubsetOf(
            "ground",
            "sheet text",
            "ink",
            "text",
            "soft",
            "mark",
            "rule",
            "soft strong",
            "strong",
            "hit");
    assertThat(html.select("[class=hit]").stream())
        .as("a mark is not made by colour alone")
        .allMatch(mark -> mark.tagName().equals("b"));
  }

  private static Stream<String> properties(String style) {
    return Arrays.stream(style.split(";", -1))
        .map(each -> each.substring(0, Math.max(0, each.indexOf(':'))).strip())
        .filter(each -> !each.isEmpty());
  }

  static Set<String> names() {
    return SampleMails.all().keySet();
  }
}
