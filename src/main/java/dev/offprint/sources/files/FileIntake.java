package dev.offprint.sources.files;

import dev.offprint.papers.Intake;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes in files one after the other. While some are stored the next one is read, and small ones
 * are stored together, because a transaction costs more than the papers of a small file.
 */
public final class FileIntake {
  /** Files are stored together until they hold so many papers. */
  private static final int ENOUGH = 1_000;

  private final Function<Path, HarvestOutcome> reader;
  private final PaperStore papers;
  private final Listener listener;
  private final List<Read> waiting = new ArrayList<>();

  /** Is told of each file, in their order, once its papers are stored. */
  @FunctionalInterface
  public interface Listener {
    void taken(Path file, HarvestOutcome outcome, Intake intake);
  }

  private record Read(Path file, HarvestOutcome outcome) {
    List<Sighting> sightings() {
      return outcome instanceof HarvestOutcome.Harvested harvested
          ? harvested.sightings()
          : List.of();
    }
  }

  /**
   * Takes files into one store.
   *
   * @param reader reads a file, on another thread; must not throw
   */
  public FileIntake(Function<Path, HarvestOutcome> reader, PaperStore papers, Listener listener) {
    this.reader = reader;
    this.papers = papers;
    this.listener = listener;
  }

  /** Takes in all of them. If the store fails, those that were told of are stored. */
  public void take(List<Path> files) {
    Iterator<Path> left = files.iterator();
    CompletableFuture<Read> next = readNext(left);
    while (next != null) {
      waiting.add(next.join());
      next = readNext(left);
      if (next == null || count() >= ENOUGH) {
        store();
      }
    }
  }

  private @Nullable CompletableFuture<Read> readNext(Iterator<Path> left) {
    if (!left.hasNext()) {
      return null;
    }
    Path file = left.next();
    return CompletableFuture.supplyAsync(
        () -> new Read(file, reader.apply(file)), Thread::startVirtualThread);
  }

  private int count() {
    return waiting.stream().mapToInt(read -> read.sightings().size()).sum();
  }

  private void store() {
    List<Intake> changes = papers.recordEach(waiting.stream().map(Read::sightings).toList());
    for (int i = 0; i < waiting.size(); i++) {
      listener.taken(waiting.get(i).file(), waiting.get(i).outcome(), changes.get(i));
    }
    waiting.clear();
  }
}
