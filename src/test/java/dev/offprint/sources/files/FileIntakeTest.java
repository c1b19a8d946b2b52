package dev.offprint.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.Intake;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.PaperStore;
import dev.offprint.sources.HarvestOutcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files are taken in one after the other, whatever they hold. */
class FileIntakeTest {
  private final Database database = TestDatabase.H2.fresh();
  private final PaperStore papers = new JdbiPaperStore(database.jdbi());
  private final Map<Path, String> files = new HashMap<>();
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  private HarvestOutcome read(Path file) {
    byte[] bytes = Objects.requireNonNull(files.get(file)).getBytes(StandardCharsets.UTF_8);
    return new PaperFileReader(PaperFiles.CLOCK).read(new ByteArrayInputStream(bytes), null, null);
  }

  private FileIntake intake() {
    return new FileIntake(
        (file, parts) -> read(file),
        papers,
        (file, outcome, papers, intake) ->
            told.add(file + " " + outcome.getClass().getSimpleName() + " " + intake));
  }

  private Path file(String name, int first, int count) {
    Path file = Path.of(name);
    files.put(
        file,
        IntStream.range(first, first + count)
            .mapToObj(i -> "{\"id\":\"x:%d\",\"title\":\"Paper %d\"}".formatted(i, i))
            .collect(Collectors.joining("\n")));
    return file;
  }

  @Test
  void eachIsToldInItsOrderWithWhatItChanged() {
    Path broken = Path.of("broken");
    files.put(broken, "no paper");
    intake()
        .take(
            List.of(
                file("a", 0, 3),
                broken,
                file("b", 2, 3),
                file("large", 100, 1_500),
                file("c", 5, 1)));
    assertThat(told)
        .containsExactly(
            "a Harvested " + new Intake(3, 0, 0),
            "broken Broken " + Intake.NOTHING,
            "b Harvested " + new Intake(2, 0, 1),
            "large Harvested " + new Intake(1_500, 0, 0),
            "c Harvested " + new Intake(1, 0, 0));
  }

  @Test
  void noFilesAreNothingToDo() {
    intake().take(List.of());
    assertThat(told).isEmpty();
  }

  @Test
  void whatCouldNotBeStoredIsNotToldOf() {
    database.close();
    assertThatThrownBy(() -> intake().take(List.of(file("a", 0, 1))))
        .isInstanceOf(RuntimeException.class);
    assertThat(told).isEmpty();
  }
}
