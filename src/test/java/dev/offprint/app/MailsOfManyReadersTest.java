package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.offprint.db.NodeShare;
import dev.offprint.digests.Edition;
import dev.offprint.digests.EditionRenderer;
import dev.offprint.digests.Imprint;
import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SubscriberLinks;
import dev.offprint.journeys.Chromium;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.ledger.EditionContents;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.Progress;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Sighting;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.sources.HarvestOutcome.Harvested;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.templates.Templates;
import dev.offprint.text.SectionLabel;
import dev.offprint.text.Sentences;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Some four hundred mails for readers of every kind, of real papers, read as a reader would. */
@Tag("real")
@ExtendWith(Chromium.class)
class MailsOfManyReadersTest {
  private static final Path REAL = Path.of(System.getProperty("offprint.data", "../shared/data"));
  private static final int SUBSCRIBERS = 200;
  private static final int SCREEN = 740;
  private static final int MEASURED = 80;

  private static final Pattern LEAKED =
      Pattern.compile(
          "\\\\[a-zA-Z]{2,}|\\$\\$|[_^]\\{|</?(?:p|i|b|em|su[bp]|strong|br|span|div|jats:\\w+)\\b"
              + "|&(?:[a-z]{2,8}|#\\d{1,6});");
  private static final Pattern FIELDS =
      Pattern.compile("(?i)\\b(?:author|cat):(?:\"[^\"]*\"|\\S+)");

  private static final SubscriberLinks LINKS =
      new SubscriberLinks(
          URI.create("https://papers.lab.example/edition/w8RmT2nKq5ZxV1cJ4uYd9Q"),
          URI.create("https://papers.lab.example/preferences/hT3kQ9vXw2LrZ8mB5nYc7A"),
          URI.create("https://papers.lab.example/pause/hT3kQ9vXw2LrZ8mB5nYc7A"),
          URI.create("https://papers.lab.example/weekly/hT3kQ9vXw2LrZ8mB5nYc7A"),
          URI.create("https://papers.lab.example/unsubscribe/pJ6sD1fGq4WtE0uR9oNxVg"),
          URI.create("https://papers.lab.example/more/AAAAAAAABNKmC3vLq8Wt5RzE1uXo7YkH"),
          URI.create("https://papers.lab.example/less/AAAAAAAABNKmC3vLq8Wt5RzE1uXo7YkH"));

  @TempDir private Path folder;

  private final EditionRenderer renderer =
      new EditionRenderer(
          new Templates(Path.of("templates")),
          new Imprint(
              "Papers at the Lab", "librarian@lab.example", "1 Example Street, Oslo", false));
  private final Tally tally = new Tally();

  @Test
  void mailsReadWell(Browser browser) {
    replay("hf-daily", List.of("2025-12-16", "2025-12-17", "2025-12-18"), ".json", true, browser);
    replay("arxiv-days", List.of("2025-08-12", "2025-08-13"), ".json.gz", false, browser);
    tally.print();

    assertThat(tally.mails).isGreaterThanOrEqualTo(400);
    assertThat(tally.cut).isZero();
    assertThat(tally.leaked).isEmpty();
    assertThat(tally.scattered).isZero();
    assertThat(tally.silentUntold).isZero();
    assertThat(tally.unfollowed).isZero();
    assertThat(tally.badLinks).isEmpty();
    assertThat(tally.visible).isGreaterThanOrEqualTo(95 * tally.wordMatches / 100);
    assertThat(Tally.percentile(tally.octetsOfTen, 95)).isLessThanOrEqualTo(30_000);
    assertThat(Tally.percentile(tally.wordsOfTen, 95)).isLessThanOrEqualTo(600);
    assertThat(Tally.percentile(tally.screensOfTen, 95)).isLessThanOrEqualTo(50);
    assertThat(Tally.percentile(tally.octets, 100)).isLessThanOrEqualTo(95_000);
  }

  private void replay(
      String source, List<String> days, String ending, boolean semantic, Browser browser) {
    try (Installation offprint =
            new Installation(
                    folder.resolve(source),
                    LocalDate.parse(days.getFirst()).atTime(12, 0).toInstant(ZoneOffset.UTC))
                .with("OFFPRINT_MATCHING__SEMANTIC", Boolean.toString(semantic));
        Wiring wiring = offprint.wiring()) {
      for (String text : days) {
        LocalDate day = LocalDate.parse(text);
        offprint.clock.set(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
        List<Sighting> read =
            ((Harvested) wiring.readFile(REAL.resolve(source).resolve(text + ending), day))
                .sightings();
        wiring.papers().record(read);
        wiring.selector().workOutMeanings(day, Effort.ALL_PROCESSORS, Progress.LOGGED);
        if (text.equals(days.getFirst())) {
          List<Paper> known = read.stream().map(Sighting::paper).toList();
          new MixedSubscribers(known).add(SUBSCRIBERS, wiring.membership());
        } else {
          wiring.planner().planDue(NodeShare.WHOLE);
        }
        read(wiring, day, browser);
      }
    }
  }

  private void read(Wiring wiring, LocalDate day, Browser browser) {
    Optional<Delivery> claimed =
        OutboxFixture.claim(wiring.ledger(), "look", wiring.clock().instant());
    while (claimed.isPresent()) {
      OutboxFixture.sent(wiring.ledger(), claimed.get().id(), "250", wiring.clock().instant());
      claimed = OutboxFixture.claim(wiring.ledger(), "look", wiring.clock().instant());
    }
    List<Delivery> sent = wiring.ledger().deliveries().list(day, Status.SENT);
    Map<Long, EditionContents> contents =
        wiring.ledger().deliveries().contents(sent, new HashMap<>());
    try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(360, SCREEN))) {
      for (Delivery delivery : sent) {
        Subscriber subscriber = wiring.subscribers().find(delivery.subscriberId()).orElseThrow();
        EditionContents held = Objects.requireNonNull(contents.get(delivery.id()));
        Edition edition = new Edition(subscriber, day, held.papers(), held.notes(), null);
        tally.add(edition, renderer.render(edition, LINKS), page);
      }
    }
  }

  /** What was counted. */
  private static final class Tally {
    private int mails;
    private int papers;
    private int cut;
    private int scattered;
    private int silentUntold;
    private int followed;
    private int unfollowed;
    private int wordMatches;
    private int visible;
    private final List<String> leaked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> badLinks = new ArrayList<>();
    private final List<Integer> octets = new ArrayList<>();
    private final List<Integer> octetsOfTen = new ArrayList<>();
    private final List<Integer> wordsOfTen = new ArrayList<>();
    private final List<Integer> screensOfTen = new ArrayList<>();

    void add(Edition edition, RenderedMail mail, Page page) {
      Document html = Jsoup.parse(mail.html());
      mails++;
      papers += edition.papers().size();
      octets.add(mail.htmlBody().wireSize().quotedPrintable());
      if (edition.papers().size() == 10) {
        octetsOfTen.add(mail.htmlBody().wireSize().quotedPrintable());
        wordsOfTen.add(html.body().text().split("\\s+").length);
        if (screensOfTen.size() < MEASURED) {
          page.setContent(mail.html());
          Object height = page.evaluate("document.documentElement.scrollHeight");
          screensOfTen.add(((Number) height).intValue() * 10 / SCREEN);
        }
      }
      sections(html);
      for (ChosenPaper chosen : edition.papers()) {
        paper(chosen, html);
      }
      for (String link : html.select("a").eachAttr("href")) {
        if (!link.startsWith("https://")) {
          badLinks.add(link);
        }
      }
      if (LEAKED.matcher(html.body().text()).find()) {
        leaked.add(html.body().text());
      }
      int silent = edition.notes().silent(edition.day()).size();
      String told = html.body().text();
      silentUntold +=
          silent > 0
                  && !told.contains("Nothing today for")
                  && !told.contains("Nothing this week for")
              ? 1
              : 0;
    }

    private void sections(Document html) {
      List<String> headings = html.select("h2").eachText();
      scattered += headings.size() == headings.stream().distinct().count() ? 0 : 1;
    }

    private void paper(ChosenPaper chosen, Document html) {
      Element title =
          html.select("h3").stream()
              .filter(each -> each.text().equals(oneLine(chosen.paper().shownTitle())))
              .findFirst()
              .orElse(null);
      if (title == null) {
        return;
      }
      String shown = below(title, "word-break");
      if (!shown.isEmpty()) {
        String whole = oneLine(chosen.paper().shownAbstract());
        boolean isWhole = isOfWholeSentences(shown, whole);
        if (shown.endsWith("…") || !isWhole) {
          cut++;
          faults.add("cut: " + shown);
        }
      }
      if (chosen.reason() instanceof Reason.Matched matched) {
        String all = Objects.requireNonNull(title.parent()).text();
        if (matched.interest().text().toLowerCase(Locale.ROOT).startsWith("author:")) {
          followed++;
          String name = matched.interest().text().replaceAll("(?i)author:|\"", "").strip();
          boolean isNamed =
              Arrays.stream(name.split(" "))
                  .filter(part -> part.length() > 2)
                  .anyMatch(
                      part -> all.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
          if (!isNamed) {
            unfollowed++;
            faults.add(matched.interest().text() + " is not named: " + all);
          }
        }
        if (!FIELDS.matcher(matched.interest().text()).replaceAll("").isBlank()
            && !shown.isEmpty()) {
          wordMatches++;
          boolean marked = !excerptMarks(title).isEmpty();
          boolean inTitle =
              matched.words().stream()
                  .map(word -> word.replace("\"", "").toLowerCase(Locale.ROOT))
                  .anyMatch(
                      word ->
                          title
                              .text()
                              .toLowerCase(Locale.ROOT)
                              .contains(word.substring(0, Math.min(word.length(), 5))));
          visible += marked || inTitle ? 1 : 0;
        }
      }
    }

    /** Labels such as "Results:" may be gone. */
    private static boolean isOfWholeSentences(String shown, String whole) {
      String left = shown;
      for (String sentence : Sentences.of(whole)) {
        String stripped = sentence.strip();
        left =
            left.contains(stripped)
                ? left.replace(stripped, "")
                : left.replace(SectionLabel.without(stripped), "");
      }
      return left.isBlank();
    }

    private static List<String> excerptMarks(Element title) {
      List<String> marks = new ArrayList<>();
      for (Element next = title.nextElementSibling();
          next != null && !next.tagName().equals("h3");
          next = next.nextElementSibling()) {
        marks.addAll(next.select(".hit").eachText());
      }
      return marks;
    }

    private static String below(Element title, String style) {
      for (Element next = title.nextElementSibling();
          next != null && !next.tagName().equals("h3");
          next = next.nextElementSibling()) {
        if (next.attr("style").contains(style)) {
          return next.text();
        }
      }
      return "";
    }

    private static String oneLine(String text) {
      return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    static int percentile(List<Integer> values, int percent) {
      List<Integer> sorted = values.stream().sorted().toList();
      return sorted.isEmpty()
          ? 0
          : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    void print() {
      System.out.printf(
          Locale.ROOT,
          "%d mails, %d papers; %d excerpts cut; followed authors named %d of %d; words visible %d"
              + " of %d; scattered sections %d; silent interests untold %d; leaks %d; bad links"
              + " %d%n",
          mails,
          papers,
          cut,
          followed - unfollowed,
          followed,
          visible,
          wordMatches,
          scattered,
          silentUntold,
          leaked.size(),
          badLinks.size());
      Stream.of(
              Map.entry("octets of ten papers", octetsOfTen),
              Map.entry("words of ten papers", wordsOfTen),
              Map.entry("tenths of a screen, ten papers", screensOfTen),
              Map.entry("octets of all", octets))
          .forEach(
              each ->
                  System.out.printf(
                      Locale.ROOT,
                      "%s: p50 %,d, p95 %,d, most %,d of %d%n",
                      each.getKey(),
                      percentile(each.getValue(), 50),
                      percentile(each.getValue(), 95),
                      percentile(each.getValue(), 100),
                      each.getValue().size()));
      faults.forEach(System.out::println);
      leaked.stream().limit(3).forEach(System.out::println);
    }
  }
}
