package dev.offprint.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSentenceModelTest {
  private static final Path FOLDER = Path.of("target/offprint/models");
  private static final OnnxSentenceModel MODEL = OnnxSentenceModel.open(FOLDER);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void whatMeansTheSameIsNearerThanWhatSharesWords() {
    float[] query = MODEL.ofQuery("heart attack");
    double meant = dot(query, MODEL.ofText("Outcomes after myocardial infarction in adults"));
    double worded = dot(query, MODEL.ofText("A denial of service attack at the heart of the web"));
    assertThat(meant).isGreaterThan(worded);
  }

  @Test
  void everyVectorHasUnitLengthAndTheSameTextTheSameVector() {
    for (String text : List.of("", " ", "图神经网络", "🚀", "x".repeat(5_000), "mixture of experts")) {
      float[] vector = MODEL.ofText(text);
      assertThat(dot(vector, vector)).as(text).isCloseTo(1, within(1e-5));
      assertThat(MODEL.ofText(text)).as(text).isEqualTo(vector);
    }
  }

  @Test
  void theEndOfALongTextCounts() {
    String beginning = "We study the dynamics of galaxies. ".repeat(200);
    double without = dot(MODEL.ofQuery("protein folding"), MODEL.ofText(beginning));
    String end = "Protein folding is predicted by deep networks. ".repeat(200);
    double with = dot(MODEL.ofQuery("protein folding"), MODEL.ofText(beginning + end));
    assertThat(with).isGreaterThan(without + 0.2);
  }

  @Test
  void closingWaitsForWhoeverIsInItAndRefusesTheRest() throws InterruptedException {
    OnnxSentenceModel model = OnnxSentenceModel.open(FOLDER);
    CountDownLatch begun = new CountDownLatch(8);
    Queue<String> ends = new ConcurrentLinkedQueue<>();
    List<Thread> users =
        Stream.generate(() -> Thread.ofPlatform().start(() -> ends.add(useToTheEnd(model, begun))))
            .limit(8)
            .toList();
    begun.await();
    model.close();
    model.close();
    for (Thread user : users) {
      user.join();
    }
    assertThat(ends).hasSize(8).containsOnly("the sentence model is closed");
  }

  private static String useToTheEnd(OnnxSentenceModel model, CountDownLatch begun) {
    try {
      while (true) {
        begun.countDown();
        assertThat(model.ofText("sparse experts ".repeat(100))).isNotEmpty();
      }
    } catch (ModelUnavailable e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void manyThreadsGetTheSameVectors() {
    List<String> texts =
        Stream.iterate("sparse experts", text -> text + " again").limit(20).toList();
    List<float[]> alone = texts.stream().map(MODEL::ofText).toList();
    List<float[]> together = texts.parallelStream().map(MODEL::ofText).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i)).isEqualTo(alone.get(i));
    }
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> OnnxSentenceModel.open(folder))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("is missing");
  }

  @Test
  void aDamagedFileIsNamed(@TempDir Path folder) throws IOException {
    Path network = ModelFiles.BGE_SMALL.network(folder);
    Path tokenizer = ModelFiles.BGE_SMALL.tokenizer(folder);
    Files.copy(ModelFiles.BGE_SMALL.tokenizer(FOLDER), tokenizer);
    byte[] whole = Files.readAllBytes(ModelFiles.BGE_SMALL.network(FOLDER));
    Files.write(network, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> OnnxSentenceModel.open(folder))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining(network + " is damaged");
    Files.writeString(tokenizer, "{");
    assertThatThrownBy(() -> OnnxSentenceModel.open(folder))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining(tokenizer + " is damaged");
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
