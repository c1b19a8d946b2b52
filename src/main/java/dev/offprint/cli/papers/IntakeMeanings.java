package dev.offprint.cli.papers;

import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.IndexProgress;
import dev.offprint.cli.console.MeaningProgress;
import dev.offprint.cli.console.PaperFeatures;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.selection.DaySelector;
import dev.offprint.sources.HarvestOutcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;

/**
 * Works out what the papers mean that were just taken in: those that an edition of their newest day
 * can draw on, unless a daemon is there to do it.
 */
final class IntakeMeanings {
  /** So many new papers are indexed at once; the first search has no trouble with fewer. */
  private static final int MANY = 2_000;

  private final TreeSet<LocalDate> announced = new TreeSet<>();
  private int papers;

  /** Remembers what came, of whose papers the newest count; on any thread. */
  synchronized void taken(HarvestOutcome outcome) {
    if (outcome instanceof HarvestOutcome.Harvested harvested) {
      papers += harvested.sightings().size();
      harvested
          .sightings()
          .forEach(sighting -> announced.add(sighting.paper().dates().announced()));
    }
  }

  /** What is broken off here is done by the daemon, or by the first search. */
  void goOn(PaperFeatures features, Console console) {
    if (papers >= MANY && !features.isDaemonRunning()) {
      try (IndexProgress progress = new IndexProgress(console)) {
        features.index(progress);
      }
    }
    workOut(features, console);
  }

  private void workOut(PaperFeatures features, Console console) {
    if (announced.isEmpty()) {
      return;
    }
    DaySelector selector = features.selector();
    if (!selector.goesByMeaning()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(features.clock().instant(), ZoneOffset.UTC);
    LocalDate newest = newest(today);
    boolean forComingEditions = !newest.isBefore(DaySelector.firstDay(today));
    if (forComingEditions && features.isDaemonRunning()) {
      console.note("The daemon works out what new papers mean; until then words find them.");
      return;
    }
    try (MeaningProgress progress =
        new MeaningProgress(
            console,
            features.clock(),
            forComingEditions ? "leaves the rest to the daemon" : "leaves the rest out")) {
      selector.workOutMeanings(newest, Effort.ALL_PROCESSORS, progress);
    } catch (ModelUnavailable e) {
      console.note(e.getMessage() + "; papers are chosen by words alone");
    }
  }

  /** A journal that dates one paper years ahead must not stand for all the others. */
  private LocalDate newest(LocalDate today) {
    LocalDate soon = announced.floor(today.plusDays(1));
    return soon == null ? announced.last() : soon;
  }
}
