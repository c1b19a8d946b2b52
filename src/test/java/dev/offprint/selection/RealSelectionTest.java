package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.search.EnglishText;
import dev.offprint.search.PersonName;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Selection on public data; prints what it took. */
@Tag("real")
class RealSelectionTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 10, 7);

  @Test
  void aSearchOfTheListingGivesThePapersWithThePhraseFirst() {
    TestPapers listing = RealPapers.listing();
    List<String> holding =
        listing.all().stream()
            .map(Candidate::paper)
            .filter(
                paper ->
                    (paper.title() + " " + paper.abstractText())
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s).*mixtures?[ -]of[ -]experts?.*"))
            .map(paper -> paper.id().value())
            .toList();

    List<Candidate> found = listing.matching("mixture of experts", 50);

    found.forEach(candidate -> System.out.println("  " + candidate.paper().title()));
    assertThat(holding).hasSizeGreaterThan(5);
    assertThat(TestPapers.ids(found).subList(0, holding.size()))
        .containsExactlyInAnyOrderElementsOf(holding);
  }

  @Test
  void everyReasonIsTrueAndNoPaperComesTwiceInThirtyDays() {
    TestPapers papers = RealPapers.hfDaily(FIRST, 600);
    Preferences preferences =
        TestPapers.preferences(
            Content.BOTH,
            10,
            "mixture of experts",
            "diffusion models for video -medical",
            "how do language models plan over long horizons?",
            "benchmarks OR \"instruction tuning\"",
            "author:\"Y. Wang\"",
            "title:survey");
    Set<PaperId> sent = new HashSet<>();
    int matched = 0;
    for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(30)); day = day.plusDays(1)) {
      DaySelection selection = new DaySelector(papers).on(day);
      if (selection.plan(TestPapers.reader(preferences, sent))
          instanceof Plan.Papers(var chosen, _, _, _)) {
        for (ChosenPaper paper : chosen) {
          assertThat(sent.add(paper.paper().id())).isTrue();
          if (paper.reason() instanceof Reason.Matched(var interest, var words, _)) {
            matched++;
            assertThat(words).isNotEmpty().allSatisfy(word -> assertStands(word, paper.paper()));
            assertThat(words).allSatisfy(word -> assertThat(interest.line()).contains(word));
          }
        }
      }
    }
    System.out.printf("30 days: %d papers chosen, %d of them matches%n", sent.size(), matched);
    assertThat(matched).isGreaterThan(50);
  }

  private static void assertStands(String word, Paper paper) {
    Set<String> stems =
        new HashSet<>(EnglishText.stems(paper.title() + "\n" + paper.abstractText()));
    boolean named =
        paper.authors().stream()
            .anyMatch(author -> PersonName.of(word).names(PersonName.of(author.name())));
    assertThat(named || stems.containsAll(EnglishText.stems(word)))
        .as("%s in %s", word, paper.title())
        .isTrue();
  }

  @Test
  void tenThousandSubscribersArePlanned() {
    TestPapers papers = RealPapers.asOneWeek(RealPapers.hfDaily(FIRST, 1_000), FIRST);
    List<Preferences> subscribers = subscribers(RealPapers.hfDaily(FIRST.plusDays(90), 1_000));
    for (String run : List.of("cold", "warm", "again")) {
      long start = System.nanoTime();
      long startOfCpu = cpuNanos();
      DaySelection selection = new DaySelector(papers).on(FIRST);
      long indexed = System.nanoTime();
      List<Plan> plans =
          subscribers.parallelStream()
              .map(s -> selection.plan(TestPapers.reader(s, Set.of())))
              .toList();
      long planned = System.nanoTime();
      long chosen = plans.stream().mapToLong(plan -> TestPapers.ids(plan).size()).sum();
      System.out.printf(
          Locale.ROOT,
          "%s: 1,000 papers indexed in %.2f s; %,d subscribers with %,d interests planned in %.2f"
              + " s (%,d papers chosen, %,d quiet); %.2f s of CPU in all%n",
          run,
          seconds(indexed - start),
          subscribers.size(),
          subscribers.stream().flatMap(s -> s.interests().stream()).distinct().count(),
          seconds(planned - indexed),
          chosen,
          plans.stream().filter(Plan.Nothing.class::isInstance).count(),
          seconds(cpuNanos() - startOfCpu));
      assertThat(chosen).isPositive();
    }
  }

  // The machine may be busy with other things, so the wall clock alone says little.
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double seconds(long nanos) {
    return Duration.ofNanos(nanos).toMillis() / 1_000.0;
  }

  /** 10,000 with three to eight interests from the titles and authors of papers of other days. */
  private static List<Preferences> subscribers(TestPapers others) {
    Random random = new Random(7);
    List<Preferences> subscribers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String[] interests =
          Stream.generate(() -> interest(others, random))
              .limit(3 + random.nextInt(6))
              .toArray(String[]::new);
      subscribers.add(
          TestPapers.preferences(i % 2 == 0 ? Content.BOTH : Content.MATCHING, 10, interests));
    }
    return Collections.unmodifiableList(subscribers);
  }

  private static String interest(TestPapers papers, Random random) {
    Paper paper = papers.all().get(random.nextInt(papers.all().size())).paper();
    String[] words = paper.title().split("\\s+");
    int start = random.nextInt(Math.max(1, words.length - 2));
    String some =
        String.join(
            " ",
            List.of(words).subList(start, Math.min(words.length, start + 1 + random.nextInt(3))));
    return switch (random.nextInt(10)) {
      case 0 -> "author:\"" + paper.authors().getFirst().name() + "\"";
      case 1 -> "cat:cs.LG " + some;
      case 2 -> "\"" + some + "\"";
      case 3 -> paper.title();
      case 4 -> some + " -survey";
      default -> some;
    };
  }
}
