package dev.offprint.sources.files;

import dev.offprint.papers.Intake;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestOutcome.Harvested;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in files one after the other. While some are stored the next one is read, and small ones
 * are stored together, because a transaction costs more than the papers of a small file.
 */
public final class FileIntake {
  /** Files are stored together until they hold so many papers. */
  private static final int ENOUGH = 1_000;

  private final Reader reader;
  private final PaperStore papers;
  private final Listener listener;
  private final List<Read> waiting = new ArrayList<>();

  /** Is told of each file, in their order, once its papers are stored. */
  @FunctionalInterface
  public interface Listener {
    /**
     * One file is done with.
     *
     * @param outcome how reading it ended; of a long file it holds only the last papers
     * @param papers how many were stored, before it broke off perhaps
     * @param intake what they changed
     */
    void taken(Path file, HarvestOutcome outcome, int papers, Intake intake);
  }

  /** Reads a file. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads it on any thread, and does not throw.
     *
     * @param parts takes the papers of a long file part by part, before the outcome has the others
     */
    HarvestOutcome read(Path file, Consumer<Harvested> parts);
  }

  /** The parts of a long file that are stored already. */
  private record Stored(int papers, List<String> setAside, Intake intake) {
    static final Stored NOTHING = new Stored(0, List.of(), Intake.NOTHING);

    Stored plus(Harvested part, Intake changes) {
      List<String> lines = new ArrayList<>(setAside);
      lines.addAll(part.setAside());
      return new Stored(papers + part.sightings().size(), lines, intake.plus(changes));
    }
  }

  private record Read(Path file, HarvestOutcome outcome, Stored before) {
    List<Sighting> sightings() {
      return outcome instanceof Harvested harvested ? harvested.sightings() : List.of();
    }

    /** The outcome with what was set aside in any part. */
    HarvestOutcome whole() {
      return outcome instanceof Harvested last
          ? new Harvested(last.sightings(), before.plus(last, Intake.NOTHING).setAside())
          : outcome;
    }
  }

  /**
   * Takes files into one store.
   *
   * @param reader is called on another thread
   */
  public FileIntake(Reader reader, PaperStore papers, Listener listener) {
    this.reader = reader;
    this.papers = papers;
    this.listener = listener;
  }

  /** Takes in all of them. If the store fails, those that were told of are stored. */
  public void take(List<Path> files) {
    Iterator<Path> left = files.iterator();
    CompletableFuture<Read> next = readNext(left);
    while (next != null) {
      waiting.add(read(next));
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
    return CompletableFuture.supplyAsync(() -> read(file), Thread::startVirtualThread);
  }

  private Read read(Path file) {
    AtomicReference<Stored> stored = new AtomicReference<>(Stored.NOTHING);
    HarvestOutcome outcome =
        reader.read(
            file, part -> stored.set(stored.get().plus(part, papers.record(part.sightings()))));
    return new Read(file, outcome, stored.get());
  }

  private static Read read(CompletableFuture<Read> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private int count() {
    return waiting.stream().mapToInt(read -> read.sightings().size()).sum();
  }

  private void store() {
    List<Intake> changes = papers.recordEach(waiting.stream().map(Read::sightings).toList());
    for (int i = 0; i < waiting.size(); i++) {
      Read read = waiting.get(i);
      listener.taken(
          read.file(),
          read.whole(),
          read.before().papers() + read.sightings().size(),
          read.before().intake().plus(changes.get(i)));
    }
    waiting.clear();
  }
}
