package dev.offprint.selection;

import static dev.offprint.selection.TestPapers.DAY;
import static dev.offprint.selection.TestPapers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.interests.InterestCheck;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.search.InterestParser;
import dev.offprint.search.MatchedWords;
import dev.offprint.search.PaperIndex;
import dev.offprint.search.PaperWords;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every interest, however odd. */
class AnyInterestTest {
  private static final List<String> SUBJECTS =
      List.of("graph", "neural", "diffusion", "optimal transport", "survey of", "experts the");
  private static final TestPapers PAPERS = new TestPapers(papers());
  private static final DaySelection SELECTION = new DaySelector(PAPERS).on(DAY);

  private static final PaperIndex INDEX = PaperIndex.of(PAPERS.all());

  private static List<String> matching(String text) {
    return IntStream.of(INDEX.search(InterestParser.parse(text), 100))
        .mapToObj(place -> INDEX.ids().get(place).value())
        .toList();
  }

  private static List<Candidate> papers() {
    return IntStream.range(0, 36)
        .mapToObj(
            i ->
                paper(
                    "p" + i,
                    DAY.minusDays(i % 7),
                    i % 5,
                    SUBJECTS.get(i % 6) + " " + SUBJECTS.get(i / 6),
                    "Of " + SUBJECTS.get((i + 3) % 6),
                    List.of(i % 2 == 0 ? "Yann LeCun" : "Y. Li"),
                    List.of(i % 3 == 0 ? "cs.LG" : "math.OC")))
        .toList();
  }

  @Provide
  Arbitrary<String> likely() {
    return Arbitraries.of(
            "graph",
            "neural",
            "diffusion",
            "\"optimal transport\"",
            "optimal",
            "survey",
            "the",
            "of",
            "OR",
            "NOT",
            "-graph",
            "-\"optimal transport\"",
            "-cat:cs.LG",
            "cat:cs.*",
            "author:LeCun",
            "author:\"Y. LeCun\"",
            "-author:Li",
            "title:survey",
            "graph-neural",
            "\"",
            "-",
            "*",
            "(",
            "author:",
            "cat:",
            ":")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(pieces -> String.join(" ", pieces));
  }

  @Property(tries = 300)
  void anyTextCanBeSearchedForAndComplainedOf(@ForAll String text) {
    List<String> first = matching(text);

    assertThat(matching(text)).isEqualTo(first);
    if (!text.replaceAll("[\\s\\p{Cntrl}\\p{Zs}]+", "").isEmpty() && text.length() < 500) {
      Interest interest = new Interest(text);
      assertThat(InterestCheck.complaint(interest)).isEqualTo(InterestCheck.complaint(interest));
    }
  }

  @Property(tries = 300)
  void whatIsChosenByItsWordsHasThemForAReason(@ForAll("likely") String text) {
    Interest interest = new Interest(text);
    try (PaperIndex index = PaperIndex.of(PAPERS.all())) {
      InterestMatching matching = TestPapers.byWords(index, PAPERS, 100);
      NeedMatches matches = matching.of(interest);
      for (int rank = 0; rank < matches.places().length; rank++) {
        if (matches.isMet(rank, 0)) {
          Paper paper = PAPERS.find(index.ids().get(matches.places()[rank])).orElseThrow().paper();
          assertThat(MatchedWords.of(text, InterestParser.parse(text), new PaperWords(paper)))
              .isNotEmpty();
        }
      }
    }
  }

  @Property(tries = 300)
  void whatIsComplainedOfMatchesNothing(@ForAll("likely") String text) {
    if (InterestCheck.complaint(new Interest(text)).isPresent()) {
      assertThat(matching(text)).isEmpty();
    }
  }

  @Property(tries = 300)
  void anExclusionExcludesAndAddsNothing(@ForAll("likely") String text) {
    String without = text.replace("\"", "").replace("NOT", "") + " -diffusion";

    assertThat(matching(without))
        .isSubsetOf(matching(text.replace("\"", "").replace("NOT", "")))
        .allSatisfy(
            id -> {
              var paper = PAPERS.find(new PaperId(id)).orElseThrow().paper();
              assertThat(paper.title() + paper.abstractText()).doesNotContain("diffusion");
            });
  }

  @Property(tries = 300)
  void aPlanHoldsNoPaperTwiceNorOneThatWasSentAndKeepsToTheMaximum(
      @ForAll("likely") String one,
      @ForAll("likely") String other,
      @ForAll Content content,
      @ForAll @IntRange(min = 1, max = 50) int maximum,
      @ForAll Set<@IntRange(min = 0, max = 35) Integer> sentNumbers) {
    Preferences preferences = TestPapers.preferences(content, maximum, one, other);
    Set<PaperId> sent = new HashSet<>();
    sentNumbers.forEach(number -> sent.add(new PaperId("p" + number)));

    Plan plan = SELECTION.plan(TestPapers.reader(preferences, sent));

    List<String> ids = TestPapers.ids(plan);
    assertThat(ids).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(maximum);
    assertThat(Collections.disjoint(ids.stream().map(PaperId::new).toList(), sent)).isTrue();
    DaySelection again = new DaySelector(PAPERS).on(DAY);
    assertThat(again.plan(TestPapers.reader(preferences, sent))).isEqualTo(plan);

    if (plan instanceof Plan.Papers(var chosen, _, _, _)) {
      assertThat(chosen)
          .allSatisfy(
              paper -> {
                if (paper.reason() instanceof Reason.Matched matched) {
                  assertThat(matched.words()).isNotEmpty();
                }
              });
    }
  }
}
