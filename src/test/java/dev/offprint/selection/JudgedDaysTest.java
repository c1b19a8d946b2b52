package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.Effort;
import dev.offprint.meaning.MemoryVectors;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.Progress;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.papers.Candidate;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What readers are shown of days whose papers were judged; only the judged papers are there to
 * choose from. The bounds are a little below what was measured.
 */
@Tag("real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgedDaysTest {
  private final OnnxSentenceModel model = OnnxSentenceModel.open(Path.of("target/offprint/models"));
  private final StoredVectors vectors =
      new StoredVectors(
          new MemoryVectors(),
          OnnxSentenceModel.NAME,
          () -> new RememberedVectors(Path.of("target/vectors"), model));

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void onTheDevelopersDaysMostOfWhatIsShownIsWanted() throws IOException {
    JudgedMeasures dev = measured("dev", JudgedSet.shared("dev", "dev"));

    assertThat(dev.utility()).isGreaterThan(0.75);
    assertThat(dev.precision()).isGreaterThan(0.88);
    assertThat(dev.recall()).isGreaterThan(0.65);
    assertThat(dev.silence()).isGreaterThan(0.97);
    assertThat(dev.inVain()).isLessThan(0.06);
    assertThat(dev.besideThePoint()).isLessThan(0.04);
  }

  @Test
  void onCoarserJudgmentsToo() throws IOException {
    JudgedMeasures dev2 = measured("dev2", JudgedSet.shared("dev2", "dev"));

    assertThat(dev2.utility()).isGreaterThan(0.69);
    assertThat(dev2.precision()).isGreaterThan(0.85);
    assertThat(dev2.recall()).isGreaterThan(0.67);
    assertThat(dev2.inVain()).isLessThan(0.11);
  }

  @Test
  void soItIsOnTheProjectsOwnDays() throws IOException {
    JudgedMeasures own = measured("own", JudgedSet.own());

    assertThat(own.utility()).isGreaterThan(0.60);
    assertThat(own.precision()).isGreaterThan(0.80);
    assertThat(own.recall()).isGreaterThan(0.54);
    assertThat(own.silence()).isGreaterThan(0.97);
    assertThat(own.inVain()).isLessThan(0.10);
    assertThat(own.besideThePoint()).isLessThan(0.04);
  }

  private JudgedMeasures measured(String name, JudgedSet set) {
    Map<Reach, JudgedMeasures> measured = new EnumMap<>(Reach.class);
    for (Reach reach : Reach.values()) {
      JudgedMeasures measures = JudgedMeasures.of(set, shown(set, reach));
      System.out.printf("%s, %s: %s%n", name, reach.word(), measures);
      measured.put(reach, measures);
    }
    return Objects.requireNonNull(measured.get(Reach.NORMAL));
  }

  private Map<String, Set<String>> shown(JudgedSet set, Reach reach) {
    Map<String, Set<String>> shown = new HashMap<>();
    for (LocalDate day : set.days()) {
      List<Candidate> papers =
          set.papers().values().stream().filter(p -> JudgedSet.day(p).equals(day)).toList();
      DaySelector selector = new DaySelector(new TestPapers(papers), vectors);
      selector.workOutMeanings(day, Effort.ALL_PROCESSORS, Progress.LOGGED);
      DaySelection selection = selector.on(day);
      set.interests()
          .forEach(
              (id, wanted) -> {
                Preferences preferences =
                    TestPapers.preferences(
                        Content.MATCHING,
                        Preferences.MAX_PAPERS,
                        new Interest(wanted.text()).with(reach).line());
                if (selection.plan(TestPapers.reader(preferences, Set.of()))
                    instanceof Plan.Papers plan) {
                  plan.chosen()
                      .forEach(
                          chosen ->
                              shown
                                  .computeIfAbsent(id, key -> new HashSet<>())
                                  .add(chosen.paper().id().value().replace("arxiv:", "")));
                }
              });
    }
    return shown;
  }
}
