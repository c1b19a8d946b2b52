package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.offprint.meaning.BackgroundVectors;
import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Paper;
import dev.offprint.search.Background;
import dev.offprint.search.EnglishText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Makes the files of the background anew and compares them with those of the distribution. With
 * {@code -Doffprint.write} it writes them:
 *
 * <pre>./mvnw -Preal test -Dtest=BackgroundTest -Doffprint.write</pre>
 */
@Tag("real")
class BackgroundTest {
  private static final Path RESOURCES = Path.of("src/main/resources/dev/offprint");
  private static final Path STEMS = RESOURCES.resolve("search/background/stems.tsv");
  private static final Path VECTORS =
      RESOURCES.resolve("meaning/background/" + OnnxSentenceModel.NAME + ".vectors");
  // The mean settles sooner than the spread of single papers needs to be known.
  private static final int OF_MEAN = 1_000;
  private static final int SAMPLE = 300;

  private static final boolean WRITE = System.getProperty("offprint.write") != null;

  @Test
  void theStemsAreThoseOfTheArxivDays() throws IOException {
    List<Paper> papers = RealPapers.arxivDays();
    Map<String, Integer> frequencies = new TreeMap<>();
    for (Paper paper : papers) {
      Set<String> stems = new HashSet<>(EnglishText.stems(paper.shownTitle()));
      stems.addAll(EnglishText.stems(paper.shownAbstract()));
      stems.forEach(stem -> frequencies.merge(stem, 1, Integer::sum));
    }
    StringBuilder file = new StringBuilder("#documents\t" + papers.size() + "\n");
    frequencies.forEach(
        (stem, frequency) -> {
          // A rarer one weighs as much as a stem that no paper has.
          if (Background.inverseFrequency(frequency, papers.size()) < Background.GREATEST) {
            file.append(stem).append('\t').append(frequency).append('\n');
          }
        });
    if (WRITE) {
      Files.createDirectories(STEMS.getParent());
      Files.writeString(STEMS, file);
    }
    assertThat(Files.readString(STEMS, StandardCharsets.UTF_8)).isEqualTo(file.toString());
  }

  @Test
  void theVectorsAreThoseOfAThousandOfTheirPapers() throws IOException {
    List<Paper> papers = new ArrayList<>(RealPapers.arxivDays());
    Collections.shuffle(papers, new Random(1));
    BackgroundVectors made;
    try (SentenceModel model = OnnxSentenceModel.open(Path.of("target/offprint/models"))) {
      made =
          BackgroundVectors.of(
              papers.subList(0, OF_MEAN).parallelStream()
                  .map(paper -> model.ofText(PaperMeanings.text(paper)))
                  .toList(),
              SAMPLE);
    }
    if (WRITE) {
      Files.createDirectories(VECTORS.getParent());
      Files.write(VECTORS, made.bytes());
    }
    BackgroundVectors shipped = BackgroundVectors.read(Files.readAllBytes(VECTORS));
    assertThat(shipped.sample()).hasSize(SAMPLE);
    assertThat(shipped.mean()).containsExactly(made.mean(), within(0.01f));
    for (int i = 0; i < SAMPLE; i++) {
      // Processors differ in the last bits of what they compute.
      assertThat(shipped.sample().get(i)).containsExactly(made.sample().get(i), within(0.02f));
    }
  }
}
