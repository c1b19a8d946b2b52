package dev.offprint.cli;

import dev.offprint.papers.AnnouncedDay;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Intake;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Popularity;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Papers in a map. */
final class MemoryPapers implements PaperStore {
  private final Map<PaperId, Candidate> byId = new LinkedHashMap<>();
  private final List<Signal> signals = new ArrayList<>();

  @Override
  public Intake record(Collection<Sighting> sightings) {
    int added = 0;
    for (Sighting sighting : sightings) {
      Candidate candidate =
          new Candidate(
              sighting.paper(),
              new Popularity(sighting.signals().getOrDefault(Signal.Metric.UPVOTES, 0), 0, 0));
      added += byId.put(sighting.paper().id(), candidate) == null ? 1 : 0;
      sighting
          .signals()
          .forEach(
              (kind, value) ->
                  signals.add(
                      new Signal(
                          sighting.paper().id(),
                          sighting.source(),
                          kind,
                          value,
                          sighting.observedAt())));
    }
    return new Intake(added, 0, sightings.size() - added);
  }

  @Override
  public Optional<Candidate> find(PaperId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Candidate> announced(LocalDate from, LocalDate to) {
    return byId.values().stream()
        .filter(c -> !day(c).isBefore(from) && !day(c).isAfter(to))
        .sorted(Comparator.comparing(MemoryPapers::day).reversed())
        .toList();
  }

  private static LocalDate day(Candidate candidate) {
    return candidate.paper().dates().announced();
  }

  @Override
  public List<Signal> history(PaperId id) {
    return signals.stream().filter(signal -> signal.paper().equals(id)).toList();
  }

  @Override
  public long revision() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void changedSince(long revision, Consumer<Candidate> consumer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PaperId> mergedSince(long revision) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<AnnouncedDay> announcedDays(LocalDate before, int limit) {
    throw new UnsupportedOperationException();
  }
}
