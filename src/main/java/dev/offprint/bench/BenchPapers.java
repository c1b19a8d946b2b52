package dev.offprint.bench;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The papers of a measurement.
 *
 * @param day the one with most papers; of two, the later one
 * @param candidates the papers of that day, at most {@value #CANDIDATES}
 * @param others the papers of all other days, by id
 */
record BenchPapers(LocalDate day, List<Sighting> candidates, List<Paper> others) {
  static final int CANDIDATES = 1_000;

  private static final Comparator<Sighting> BY_ID =
      Comparator.comparing(sighting -> sighting.paper().id().value());

  static BenchPapers read(List<Path> files, PaperFeatures features) {
    Map<PaperId, Sighting> byId = new LinkedHashMap<>();
    for (Path file : files) {
      if (!(features.readFile(file, null) instanceof HarvestOutcome.Harvested harvested)) {
        throw CommandFailure.failed(file + ": there are no papers in it that can be read");
      }
      harvested.sightings().forEach(each -> byId.putIfAbsent(each.paper().id(), each));
    }
    TreeMap<LocalDate, List<Sighting>> byDay =
        byId.values().stream()
            .sorted(BY_ID)
            .collect(
                Collectors.groupingBy(
                    sighting -> sighting.paper().dates().announced(),
                    TreeMap::new,
                    Collectors.toList()));
    if (byDay.size() < 2) {
      throw CommandFailure.failed("papers of at least two days are needed");
    }
    LocalDate day =
        byDay.descendingMap().entrySet().stream()
            .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
            .orElseThrow()
            .getKey();
    List<Sighting> ofDay = List.copyOf(byDay.getOrDefault(day, List.of()));
    byDay.remove(day);
    return new BenchPapers(
        day,
        ofDay.stream().limit(CANDIDATES).toList(),
        byDay.values().stream().flatMap(List::stream).map(Sighting::paper).toList());
  }
}
