package dev.offprint.cli;

import dev.offprint.sources.Harvest;
import dev.offprint.sources.HarvestStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked, in memory; a source's health is what a test says. */
final class MemoryHarvests implements HarvestStore {
  final List<Harvest> kept = new ArrayList<>();
  final Map<String, SourceHealth> health = new HashMap<>();

  @Override
  public void keep(Harvest harvest) {
    kept.add(harvest);
  }

  @Override
  public List<AskedDay> asked(String source, LocalDate first) {
    return kept.stream()
        .filter(each -> each.source().equals(source) && !each.day().isBefore(first))
        .map(
            each ->
                new AskedDay(each.day(), each.ending().kind().isAnswer() ? each.askedAt() : null))
        .toList();
  }

  @Override
  public Optional<Harvest> last(String source, LocalDate day) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, SourceHealth> health(Instant since) {
    return health;
  }

  @Override
  public int forget(Instant before) {
    throw new UnsupportedOperationException();
  }
}
