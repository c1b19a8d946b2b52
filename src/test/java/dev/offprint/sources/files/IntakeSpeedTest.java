package dev.offprint.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast public data is taken in; prints it, and fails only when a count is wrong. */
@Tag("real")
class IntakeSpeedTest {
  private static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "arxiv-days, 10, 7291",
    "arxiv-days, 23, 17535",
    "hf-daily, 393, 5841",
    "arxiv-oai, 4, 3538"
  })
  void everyPaperIsTakenInOnceAndThenKnown(String name, int count, int papers) throws IOException {
    List<Path> files = files(name).limit(count).toList();
    String line = IntakeProcess.take(folder, files);
    System.out.printf("%s, %d files, %s%n", name, count, line);
    assertThat(files).hasSize(count);
    assertThat(line)
        .contains("(%d added, 0 updated, 0 unchanged)".formatted(papers))
        .contains("(0 added, 0 updated, %d unchanged)".formatted(papers));
  }

  private static Stream<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve(name))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(?:json|xml)(?:\\.gz)?"))
          .sorted()
          .toList()
          .stream();
    }
  }
}
