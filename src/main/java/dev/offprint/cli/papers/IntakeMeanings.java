package dev.offprint.cli.papers;

import dev.offprint.cli.console.Console;
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
  private final TreeSet<LocalDate> announced = new TreeSet<>();

  /** Remembers what came, of whose papers the newest count; on any thread. */
  synchronized void taken(HarvestOutcome outcome) {
    if (outcome instanceof HarvestOutcome.Harvested harvested) {
      harvested
          .sightings()
          .forEach(sighting -> announced.add(sighting.paper().dates().announced()));
    }
  }

  void workOut(PaperFeatures features, Console console) {
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
