package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures on days of real papers how much TeX is left, and that no words go with it. */
@Tag("real")
class PlainTextOnRealPapersTest {
  private static final Path DATA =
      Path.of(System.getProperty("offprint.data", "../shared/data"), "arxiv-days");

  private static final Pattern LETTERS = Pattern.compile("[^\\p{L}]+");

  private static final Map<String, Pattern> MARKS =
      Map.of(
          "a backslash", Pattern.compile("\\\\"),
          "display dollars", Pattern.compile("\\$\\$"),
          "braces around words", Pattern.compile("\\{\\p{L}[\\p{L}\\p{M} -]*\\}"),
          "quotes of two signs", Pattern.compile("``|(?<![\\p{L}\\p{N}])''(?=\\p{L})"),
          "scripts in braces", Pattern.compile("[_^]\\{"),
          "tags",
              Pattern.compile(
                  "</?(?:p|i|b|em|su[bp]|strong|br|span|div|jats:\\w+|mml:\\w+)\\b[^<>]*>"),
          "entities", Pattern.compile("&(?:[a-z]{2,8}|#\\d{1,6});"),
          "marks of typesetting", Pattern.compile("[OCM]_(?:ST_ABS|SC[A-Z]{2,}|LI|FIG|TBL)"));

  record RealPaper(String title, String abstractText) {}

  @Test
  void hardlyAnyPaperStillShowsTex() throws IOException {
    List<RealPaper> papers = papers();
    List<String> titles = papers.stream().map(RealPaper::title).toList();
    List<String> abstracts = papers.stream().map(RealPaper::abstractText).toList();
    report("titles", titles);
    report("abstracts", abstracts);
    assertThat(share(titles, PlainText::of)).isLessThan(0.1);
    assertThat(share(abstracts, PlainText::of)).isLessThan(0.5);
  }

  @Test
  void hardlyAnyPaperStillShowsMarksOfAnyKind() throws IOException {
    List<RealPaper> papers = papers();
    List<String> titles = papers.stream().map(RealPaper::title).toList();
    List<String> abstracts = papers.stream().map(RealPaper::abstractText).toList();
    assertThat(residue("titles", titles)).isLessThan(0.05);
    assertThat(residue("abstracts", abstracts)).isLessThan(0.5);
  }

  /** How many still show each kind of mark after turning, and the share of those with any. */
  private static double residue(String name, List<String> texts) {
    List<String> shown = texts.stream().map(PlainText::of).toList();
    MARKS.forEach(
        (kind, mark) ->
            System.out.printf(
                "%s with %s: %,d, before %,d%n",
                name,
                kind,
                shown.stream().filter(text -> mark.matcher(text).find()).count(),
                texts.stream().filter(text -> mark.matcher(text).find()).count()));
    double share =
        100.0
            * shown.stream()
                .filter(text -> MARKS.values().stream().anyMatch(m -> m.matcher(text).find()))
                .count()
            / texts.size();
    System.out.printf(Locale.ROOT, "%s with any of these: %.3f %%%n", name, share);
    return share;
  }

  @Test
  void aTextWithoutTexKeepsEveryWord() throws IOException {
    List<String> plain =
        texts().filter(text -> text.chars().noneMatch(c -> "\\$^_{}<&~`".indexOf(c) >= 0)).toList();
    assertThat(plain).hasSizeGreaterThan(1_000);
    assertThat(plain)
        .allSatisfy(text -> assertThat(words(PlainText.of(text))).isEqualTo(words(text)));
  }

  @Test
  void aTextWithTexKeepsTheWordsOutsideOfIt() throws IOException {
    int all = 0;
    int lost = 0;
    for (String text : texts().toList()) {
      String outside = text.replaceAll("(?s)\\$.*?\\$|\\\\[(\\[].*?\\\\[)\\]]|\\{[^{}]*\\}", "\0");
      Map<String, Integer> left = new HashMap<>();
      words(PlainText.of(text)).forEach(word -> left.merge(word, 1, Integer::sum));
      for (String token : outside.split("\\s+", -1)) {
        if (token.matches("[(\"]?[a-z]{4,}[,.;:)\"]*")) {
          all++;
          lost += left.merge(LETTERS.matcher(token).replaceAll(""), -1, Integer::sum) < 0 ? 1 : 0;
        }
      }
    }
    System.out.printf(Locale.ROOT, "words outside of TeX: %,d, lost: %,d%n", all, lost);
    assertThat(lost).isLessThan(all / 10_000);
  }

  @Test
  void turningTwiceIsTurningOnceForAllButAFew() throws IOException {
    List<String> once = texts().map(PlainText::of).toList();
    long changed = once.stream().filter(text -> !PlainText.of(text).equals(text)).count();
    System.out.printf(
        Locale.ROOT, "texts: %,d, changed by a second turn: %d%n", once.size(), changed);
    assertThat(changed).isLessThan(once.size() / 1_000);
  }

  private static void report(String name, List<String> texts) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double after = share(texts, PlainText::of);
    long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    long characters = texts.stream().mapToLong(String::length).sum();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d, with a backslash or an odd dollar sign %.2f %% before, %.2f %% after; %,.0f"
            + " characters/s%n",
        name,
        texts.size(),
        share(texts, Function.identity()),
        after,
        characters / (nanoseconds / 1e9));
  }

  /** In percent. */
  private static double share(List<String> texts, Function<String, String> shown) {
    return 100.0
        * texts.stream().map(shown).filter(PlainTextOnRealPapersTest::showsTex).count()
        / texts.size();
  }

  private static boolean showsTex(String text) {
    return text.indexOf('\\') >= 0 || text.chars().filter(c -> c == '$').count() % 2 == 1;
  }

  private static List<String> words(String text) {
    return Arrays.stream(LETTERS.split(text)).filter(word -> !word.isEmpty()).toList();
  }

  private static Stream<String> texts() throws IOException {
    return papers().stream().flatMap(paper -> Stream.of(paper.title(), paper.abstractText()));
  }

  private static List<RealPaper> papers() throws IOException {
    List<RealPaper> papers = new ArrayList<>();
    try (Stream<Path> days = Files.list(DATA)) {
      for (Path day : days.sorted().toList()) {
        try (InputStream json = new GZIPInputStream(Files.newInputStream(day))) {
          for (JsonNode paper : JsonMapper.shared().readTree(json)) {
            papers.add(
                new RealPaper(
                    paper.path("title").asString(""), paper.path("abstract").asString("")));
          }
        }
      }
    }
    return papers;
  }
}
