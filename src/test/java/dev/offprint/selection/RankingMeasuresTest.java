package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMeasuresTest {
  @Test
  void aSmallCaseIsAsComputedByHand() {
    // a at rank 1, c at rank 3, and d never found.
    RankingMeasures measures =
        RankingMeasures.of(Map.of("1", List.of("a", "b", "c")), Map.of("1", Set.of("a", "c", "d")));
    // (1 + 1/2) / (1 + 1/log2(3) + 1/2) = 1.5 / 2.13093
    assertThat(measures.ndcg10()).isCloseTo(0.70392, within(1e-5));
    // (1/1 + 2/3) / 3
    assertThat(measures.map()).isCloseTo(0.55556, within(1e-5));
    assertThat(measures.recall20()).isCloseTo(0.66667, within(1e-5));
  }

  @Test
  void aQueryWithoutARankingCountsAsNothingFound() {
    RankingMeasures measures =
        RankingMeasures.of(Map.of("1", List.of("a")), Map.of("1", Set.of("a"), "2", Set.of("b")));
    assertThat(measures).isEqualTo(new RankingMeasures(0.5, 0.5, 0.5));
  }

  @Test
  void onlyTheFirstTenAndTwentyCountWhereTheMeasureSaysSo() {
    List<String> ranking = IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList();
    assertThat(RankingMeasures.of(Map.of("1", ranking), Map.of("1", Set.of("11"))))
        .isEqualTo(new RankingMeasures(0, 1.0 / 11, 1));
    assertThat(RankingMeasures.of(Map.of("1", ranking), Map.of("1", Set.of("21"))))
        .isEqualTo(new RankingMeasures(0, 1.0 / 21, 0));
  }
}
