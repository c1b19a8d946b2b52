package dev.offprint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredVectorsTest {
  /** Takes the length of a text for its meaning, and remembers what it was asked. */
  private static final class Lengths implements SentenceModel {
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Override
    public float[] ofText(String text) {
      asked.add("text " + text);
      return Vectors.normalize(new float[] {1, text.length()});
    }

    @Override
    public float[] ofQuery(String query) {
      asked.add("query " + query);
      return Vectors.normalize(new float[] {-1, query.length()});
    }

    @Override
    public void close() {}
  }

  private static SentenceModel none() {
    throw new ModelUnavailable("there is no model", null);
  }

  private final Lengths model = new Lengths();

  private StoredVectors kept(Database database, String name, Supplier<SentenceModel> opened) {
    return new StoredVectors(new JdbiVectorStore(database.jdbi()), name, opened);
  }

  @ParameterizedTest
  @EnumSource
  void aTextIsWorkedOutOnceAndNearlyAsTheModelSaid(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      Map<String, float[]> first =
          kept(database, "a", () -> model).ofTexts(List.of("seven", "eight", "seven"));
      Map<String, float[]> second =
          kept(database, "a", StoredVectorsTest::none).ofTexts(List.of("eight", "seven"));

      assertThat(model.asked).containsExactlyInAnyOrder("text seven", "text eight");
      assertThat(second).containsOnlyKeys("seven", "eight");
      second.forEach((text, vector) -> assertThat(vector).isEqualTo(first.get(text)));
      assertThat(second)
          .hasEntrySatisfying(
              "seven", vector -> assertThat(vector[1]).isCloseTo(0.9806f, within(0.005f)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aQueryIsNoTextAndAnotherModelSaysItAnew(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      kept(database, "a", () -> model).ofTexts(List.of("seven"));
      Map<String, float[]> query = kept(database, "a", () -> model).ofQueries(List.of("seven"));
      kept(database, "b", () -> model).ofTexts(List.of("seven"));

      assertThat(query).hasEntrySatisfying("seven", vector -> assertThat(vector[0]).isNegative());
      assertThat(model.asked).containsExactly("text seven", "query seven", "text seven");
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyAreKeptThoughSomeWereKeptMeanwhile(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      List<String> texts = IntStream.range(0, 1_200).mapToObj("text %d"::formatted).toList();
      kept(database, "a", () -> model).ofTexts(texts.subList(300, 400));

      assertThat(kept(database, "a", () -> model).ofTexts(texts)).hasSize(1_200);
      assertThat(kept(database, "a", StoredVectorsTest::none).ofTexts(texts)).hasSize(1_200);
      assertThat(model.asked).hasSize(1_200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKnownIsReadWithoutAModel(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      kept(database, "a", () -> model).ofTexts(List.of("seven"));

      StoredVectors without = kept(database, "a", StoredVectorsTest::none);
      assertThat(without.known(List.of("seven", "nine"))).containsOnlyKeys("seven");
      assertThat(without.count()).isEqualTo(1);
      assertThatThrownBy(without::openModel).isInstanceOf(ModelUnavailable.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstTextsComeFirstAndWhatIsLeftIsDoneTheNextTime(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      List<String> texts = IntStream.range(0, 40).mapToObj("text %d"::formatted).toList();
      StoredVectors kept = kept(database, "a", () -> model);
      List<String> told = new ArrayList<>();

      boolean all =
          kept.workOutTexts(
              texts,
              Effort.ONE_THREAD,
              (done, of) -> {
                told.add(done + " of " + of);
                return done < 32;
              });

      assertThat(all).isFalse();
      assertThat(told).containsExactly("0 of 40", "16 of 40", "32 of 40");
      assertThat(model.asked)
          .containsExactlyElementsOf(texts.stream().limit(32).map(text -> "text " + text).toList());
      assertThat(kept.known(texts)).hasSize(32);
      assertThat(kept.workOutTexts(texts, Effort.ALL_PROCESSORS, Progress.LOGGED)).isTrue();
      assertThat(model.asked).hasSize(40);
      kept.workOutTexts(
          texts,
          Effort.ONE_THREAD,
          (done, of) -> {
            throw new AssertionError("there is nothing to do");
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAModelOnlyWhatIsNewIsMissed(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      kept(database, "a", () -> model).ofTexts(List.of("seven"));

      StoredVectors without = kept(database, "a", StoredVectorsTest::none);
      assertThat(without.ofTexts(List.of("seven"))).hasSize(1);
      assertThatThrownBy(() -> without.ofTexts(List.of("seven", "nine")))
          .isInstanceOf(ModelUnavailable.class);
    }
  }
}
