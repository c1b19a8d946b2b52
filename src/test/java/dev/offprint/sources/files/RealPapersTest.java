package dev.offprint.sources.files;

import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.papers.Intake;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading and keeping public data; prints what it took. */
@Tag("real")
class RealPapersTest {
  private static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));

  @TempDir Path folder;

  @Test
  void everyDayOfHuggingFaceIsReadAndNothingIsSetAside() {
    Set<PaperId> distinct = new HashSet<>();
    List<Path> days = files("hf-daily");
    for (Path day : days) {
      HarvestOutcome.Harvested outcome = harvested(read(day));
      assertThat(outcome.setAside()).as("%s", day).isEmpty();
      outcome.sightings().forEach(sighting -> distinct.add(sighting.paper().id()));
    }
    assertThat(days).hasSize(393);
    assertThat(distinct).hasSize(5_841);
  }

  @Test
  void everyBrokenDayIsBrokenAndSaysWhy() {
    assertThat(files("hf-daily-odd"))
        .hasSize(11)
        .allSatisfy(
            day ->
                assertThat(broken(read(day)))
                    .contains("element 1: it is a string that holds a Python object"));
  }

  @Test
  void everyLineOfTheListingIsAPaper() {
    HarvestOutcome.Harvested outcome = harvested(read(DATA.resolve("listing-papers.jsonl")));
    assertThat(outcome.sightings()).hasSize(223);
    assertThat(outcome.setAside()).isEmpty();
  }

  @Test
  void everyDayOfArxivIsRead() {
    List<Path> days = files("arxiv-days");
    Set<PaperId> distinct = new HashSet<>();
    int setAside = 0;
    for (Path day : days) {
      HarvestOutcome.Harvested outcome = harvested(read(day));
      setAside += outcome.setAside().size();
      outcome.sightings().forEach(sighting -> distinct.add(sighting.paper().id()));
    }
    System.out.printf(
        "arXiv: %d days, %d papers, %d set aside%n", days.size(), distinct.size(), setAside);
    assertThat(days).hasSize(23);
    assertThat(distinct).hasSizeGreaterThan(10_000);
    assertThat(setAside).isZero();
  }

  @Test
  void everyDayIsKeptOnceAndReadingItAgainChangesNothing() {
    List<List<Sighting>> days =
        files("hf-daily").stream().map(day -> harvested(read(day)).sightings()).toList();
    int sightings = days.stream().mapToInt(List::size).sum();
    try (Database database = Database.open(new DatabaseConfiguration("", "", "", "", 7), folder)) {
      PaperStore store = new JdbiPaperStore(database.jdbi());
      assertThat(record("first time", store, days, sightings)).isEqualTo(new Intake(5_841, 0, 0));
      assertThat(record("second time", store, days, sightings)).isEqualTo(new Intake(0, 0, 5_841));
    }
  }

  private static Intake record(
      String pass, PaperStore store, List<List<Sighting>> days, int sightings) {
    long start = System.nanoTime();
    Intake intake = Intake.NOTHING;
    for (List<Sighting> day : days) {
      intake = intake.plus(store.record(day));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %.0f sightings/s, %s%n", pass, sightings / seconds, intake);
    return intake;
  }

  private static HarvestOutcome read(Path file) {
    return new PaperFileReader(PaperFiles.CLOCK).read(file, null);
  }

  private static List<Path> files(String name) {
    try (Stream<Path> files = Files.list(DATA.resolve(name))) {
      return files.filter(file -> file.toString().contains(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
