package dev.offprint.sources.files;

import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.PaperRecord;
import dev.offprint.sources.Source;
import dev.offprint.sources.files.DropFolder.Dropped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Files that are dropped into a folder, in any format that {@link PaperFileReader} knows. A file
 * moves to {@code done} once its papers are stored; one that cannot be read moves to {@code failed}
 * at once, with the reason beside it.
 */
public final class FolderSource implements Source {
  /** Files are taken until so many papers came; the others wait for the next time. */
  static final int ENOUGH = 20_000;

  private final DropFolder folder;
  private final PaperFileReader reader;
  private final InstantSource clock;
  private final List<Dropped> read = new ArrayList<>();
  private final List<Dropped> stored = new ArrayList<>();

  /**
   * Watches one folder.
   *
   * @param folder made when it is missing
   */
  public FolderSource(Path folder, InstantSource clock) {
    this.folder = new DropFolder(folder);
    this.reader = new PaperFileReader(clock);
    this.clock = clock;
  }

  @Override
  public String name() {
    return PaperRecord.SOURCE;
  }

  /** A file that cannot be read is no reason to wait: nobody knows whether another one comes. */
  @Override
  public boolean isAwaited() {
    return false;
  }

  /** Takes the files that are there; each says itself of which day its papers are. */
  @Override
  public HarvestOutcome harvest(LocalDate day) {
    forget();
    try {
      folder.prepare();
      putAway();
      return take(folder.complete(clock.instant()));
    } catch (UnusableFolder e) {
      return new HarvestOutcome.Broken(String.valueOf(e.getMessage()));
    }
  }

  /** Leaves the files where they are. */
  @Override
  public HarvestOutcome probe(LocalDate day) {
    if (!Files.exists(folder.path())) {
      return new HarvestOutcome.NothingNew("its folder is not there yet");
    }
    try {
      int waiting = folder.complete(clock.instant()).size();
      return new HarvestOutcome.NothingNew(
          String.format(
              Locale.ROOT, "%,d %s", waiting, waiting == 1 ? "file waits" : "files wait"));
    } catch (UnusableFolder e) {
      return new HarvestOutcome.Broken(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void kept() {
    stored.addAll(read);
    read.clear();
    try {
      putAway();
    } catch (UnusableFolder e) {
      // They are stored, and stay in the list; the next harvest tries again and tells.
    }
  }

  @Override
  public void forget() {
    read.clear();
  }

  private void putAway() {
    while (!stored.isEmpty()) {
      Dropped file = stored.getFirst();
      // What was written to it since has not been read yet.
      if (file.isUnchanged()) {
        try {
          folder.done(file.path());
        } catch (IOException e) {
          throw new UnusableFolder(
              String.format(
                  Locale.ROOT,
                  "%s was taken in, but cannot be moved to done: %s",
                  file.path(),
                  DropFolder.explain(e)));
        }
      }
      stored.removeFirst();
    }
  }

  private HarvestOutcome take(List<Dropped> files) {
    List<Sighting> sightings = new ArrayList<>();
    List<String> setAside = new ArrayList<>();
    int bad = 0;
    for (Dropped file : files) {
      if (sightings.size() >= ENOUGH) {
        break;
      }
      HarvestOutcome outcome = reader.read(file.path(), null);
      if (!file.isUnchanged()) {
        // Somebody is still writing to it, or took it away.
        continue;
      }
      switch (outcome) {
        case HarvestOutcome.Harvested harvested -> {
          sightings.addAll(harvested.sightings());
          harvested.setAside().forEach(line -> setAside.add(file.name() + ": " + line));
          read.add(file);
        }
        case HarvestOutcome.NothingNew nothing -> read.add(file);
        case HarvestOutcome.Unreachable unreachable -> {
          bad++;
          setAside.add(fail(file, unreachable.why()));
        }
        case HarvestOutcome.Broken broken -> {
          bad++;
          setAside.add(fail(file, broken.why()));
        }
      }
    }
    return outcome(sightings, setAside, bad);
  }

  private String fail(Dropped file, String reason) {
    String why =
        reason.startsWith("it is larger than") ? reason + "; papers import takes it in" : reason;
    String line = file.name() + ": " + why;
    try {
      folder.failed(file.path(), why);
      return line;
    } catch (IOException e) {
      return line + "; and it cannot be moved to failed: " + DropFolder.explain(e);
    }
  }

  private HarvestOutcome outcome(List<Sighting> sightings, List<String> setAside, int bad) {
    if (!read.isEmpty()) {
      return new HarvestOutcome.Harvested(sightings, setAside);
    }
    if (bad == 0) {
      return new HarvestOutcome.NothingNew("no complete file is in " + folder.path());
    }
    return new HarvestOutcome.Broken(
        bad == 1
            ? setAside.getFirst()
            : String.format(
                Locale.ROOT, "none of %d files can be read; %s", bad, setAside.getFirst()));
  }
}
