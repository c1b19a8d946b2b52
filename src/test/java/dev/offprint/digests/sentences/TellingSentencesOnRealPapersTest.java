package dev.offprint.digests.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.sentences.LabelledAbstracts.Labelled;
import dev.offprint.papers.Paper;
import dev.offprint.search.EnglishText.Token;
import dev.offprint.text.SectionLabel;
import dev.offprint.text.Sentences;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What readers see of real abstracts; decision 38 tells how they were labelled. The bounds are a
 * little below what was measured.
 */
@Tag("real")
class TellingSentencesOnRealPapersTest {
  private static final String TABLE = System.getProperty("offprint.sentences", "held-out.tsv");
  private static final int ROOM_FOR_ONE = 300;
  private static final int ROOM_FOR_TWO = 480;

  @Test
  void theAbstractsArePartedAsWhenTheyWereLabelled() throws IOException {
    assertThat(LabelledAbstracts.read(TABLE))
        .hasSizeGreaterThanOrEqualTo(150)
        .allSatisfy(
            one -> assertThat(Sentences.of(one.abstractText())).as(one.id()).hasSize(one.count()));
  }

  @Test
  void nearlyAllExcerptsSayWhatWasDoneOrFound() throws IOException {
    List<Labelled> abstracts = LabelledAbstracts.read(TABLE);
    report("the first sentence tells", abstracts, one -> one.telling().contains(0) ? 1 : 0);
    report(
        "the last sentence tells",
        abstracts,
        one -> one.telling().contains(one.count() - 1) ? 1 : 0);
    for (int most = 1; most <= 2; most++) {
      int sentences = most;
      double first =
          report(
              "of " + most + " chosen, the first tells",
              abstracts,
              one ->
                  excerpts(one, Sought.NOTHING, sentences).stream()
                          .limit(1)
                          .anyMatch(e -> tells(one, e))
                      ? 1
                      : 0);
      double all =
          report(
              "of " + most + " chosen, each tells",
              abstracts,
              one ->
                  excerpts(one, Sought.NOTHING, sentences).stream().allMatch(e -> tells(one, e))
                      ? 1
                      : 0);
      assertThat(first).isGreaterThan(0.92);
      assertThat(all).isGreaterThan(0.87);
    }
    report("sentences of 2", abstracts, one -> excerpts(one, Sought.NOTHING, 2).size());
  }

  @Test
  void excerptsForWordsShowThemAndStillTell() throws IOException {
    List<Labelled> abstracts = LabelledAbstracts.read(TABLE);
    Random random = new Random(2026);
    Map<String, Sought> sought = new TreeMap<>();
    abstracts.forEach(one -> sought.put(one.id(), anyTwoWords(one, random)));
    for (int most = 1; most <= 2; most++) {
      int sentences = most;
      double tell =
          report(
              "for any two words, of " + most + " chosen, one tells",
              abstracts,
              one ->
                  anyTells(
                          one,
                          excerpts(one, Objects.requireNonNull(sought.get(one.id())), sentences))
                      ? 1
                      : 0);
      double seen =
          report(
              "for any two words, of " + most + " chosen, they are seen",
              abstracts,
              one ->
                  isSeen(read(one), Objects.requireNonNull(sought.get(one.id())), sentences)
                      ? 1
                      : 0);
      assertThat(seen).isGreaterThan(0.95);
      assertThat(tell).isGreaterThan(most == 1 ? 0.65 : 0.95);
    }
  }

  /**
   * As if the reader had written two words that stand side by side somewhere in the abstract, in
   * its background or not.
   */
  private static Sought anyTwoWords(Labelled one, Random random) {
    List<List<String>> pairs = new ArrayList<>();
    for (ReadSentence sentence : read(one).sentences()) {
      List<String> stems = sentence.tokens().stream().map(Token::stem).toList();
      for (int i = 0; i + 1 < stems.size() && sentence.tells() > 0; i++) {
        if (stems.subList(i, i + 2).stream().allMatch(stem -> stem.length() > 4)) {
          pairs.add(stems.subList(i, i + 2));
        }
      }
    }
    Collections.shuffle(pairs, random);
    return new Sought(pairs.stream().limit(1).toList(), "");
  }

  @Test
  void nearlyAllMatchesShowAWordThatMatched() throws IOException {
    int[] matches = new int[3];
    int[][] seen = new int[3][3];
    Map<Paper, ReadAbstract> abstracts = new HashMap<>();
    for (JudgedMatches.Match match : JudgedMatches.all(LabelledAbstracts.DATA)) {
      ReadAbstract read =
          abstracts.computeIfAbsent(
              match.paper(), paper -> ReadAbstract.of(paper.shownTitle(), paper.shownAbstract()));
      Sought sought = Sought.words(match.line(), match.found());
      if (sought.pieces().isEmpty()) {
        continue;
      }
      boolean asideOnly =
          sought.marks(read.titleTokens()).isEmpty()
              && read.sentences().stream()
                  .filter(sentence -> sentence.tells() > 0)
                  .allMatch(s -> sought.marks(s.tokens()).isEmpty());
      for (int most = 1; most <= 2; most++) {
        int shown = isSeen(read, sought, most) ? 1 : 0;
        seen[0][most] += shown;
        seen[1][most] += asideOnly ? 0 : shown;
        seen[2][most] += match.wanted() ? shown : 0;
        assertThat(TellingSentences.choose(read, sought, most, ROOM_FOR_TWO))
            .allSatisfy(e -> assertThat(whole(match.paper().shownAbstract())).contains(e.text()));
      }
      matches[0]++;
      matches[1] += asideOnly ? 0 : 1;
      matches[2] += match.wanted() ? 1 : 0;
    }
    List<String> kinds = List.of("all", "not only where code lies", "wanted or borderline");
    for (int kind = 0; kind < 3; kind++) {
      System.out.printf(
          Locale.ROOT,
          "matches by words, %s: %,d; with a word seen, of 1 sentence %.3f, of 2 %.3f%n",
          kinds.get(kind),
          matches[kind],
          (double) seen[kind][1] / matches[kind],
          (double) seen[kind][2] / matches[kind]);
    }
    assertThat(matches[2]).isGreaterThan(150);
    for (int kind = 1; kind < 3; kind++) {
      assertThat((double) seen[kind][1] / matches[kind]).isGreaterThan(0.97);
      assertThat((double) seen[kind][2] / matches[kind]).isGreaterThan(0.97);
    }
  }

  @Test
  void readingIsDoneInAMomentAndChoosingInLess() throws IOException {
    List<Paper> papers = JudgedMatches.papers(LabelledAbstracts.DATA);
    for (int round = 0; round < 3; round++) {
      long start = cpu();
      List<ReadAbstract> read =
          papers.stream().map(p -> ReadAbstract.of(p.shownTitle(), p.shownAbstract())).toList();
      long middle = cpu();
      long shown =
          read.stream()
              .filter(r -> TellingSentences.choose(r, Sought.NOTHING, 2, ROOM_FOR_TWO).isEmpty())
              .count();
      System.out.printf(
          Locale.ROOT,
          "%,d papers: reading %.0f µs each, choosing %.0f µs each; without excerpt: %d%n",
          papers.size(),
          (middle - start) / 1e3 / papers.size(),
          (cpu() - middle) / 1e3 / papers.size(),
          shown);
      assertThat(shown).isLessThan(papers.size() / 50);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static boolean isSeen(ReadAbstract read, Sought sought, int most) {
    List<MarkedText> excerpts =
        TellingSentences.choose(read, sought, most, most == 1 ? ROOM_FOR_ONE : ROOM_FOR_TWO);
    return !sought.marks(read.titleTokens()).isEmpty()
        || excerpts.stream().anyMatch(excerpt -> !excerpt.marks().isEmpty());
  }

  private static List<MarkedText> excerpts(Labelled one, Sought sought, int most) {
    return TellingSentences.choose(
        read(one), sought, most, most == 1 ? ROOM_FOR_ONE : ROOM_FOR_TWO);
  }

  private static ReadAbstract read(Labelled one) {
    return ReadAbstract.of(one.title(), one.abstractText());
  }

  private static boolean anyTells(Labelled one, List<MarkedText> excerpts) {
    return excerpts.stream().anyMatch(excerpt -> tells(one, excerpt));
  }

  private static boolean tells(Labelled one, MarkedText excerpt) {
    return one.telling().contains(whole(one.abstractText()).indexOf(excerpt.text()));
  }

  private static List<String> whole(String abstractText) {
    return Sentences.of(abstractText).stream()
        .map(sentence -> SectionLabel.without(sentence.strip()))
        .toList();
  }

  private static double report(
      String what, List<Labelled> abstracts, ToDoubleFunction<Labelled> measure) {
    double mean = abstracts.stream().mapToDouble(measure).average().orElseThrow();
    System.out.printf(Locale.ROOT, "%s: %s: %.3f%n", TABLE, what, mean);
    return mean;
  }
}
