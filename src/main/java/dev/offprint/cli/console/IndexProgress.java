package dev.offprint.cli.console;

import java.util.Locale;
import java.util.function.IntConsumer;

/** Tells at a terminal how many papers were taken into the search index, once they are many. */
public final class IndexProgress implements IntConsumer, AutoCloseable {
  private static final int STEP = 500;

  private final Console console;
  private boolean shown;

  public IndexProgress(Console console) {
    this.console = console;
  }

  @Override
  public void accept(int taken) {
    if (taken % STEP == 0) {
      shown = true;
      console.progress(
          String.format(Locale.ROOT, "Indexing papers for searching: %,d done", taken));
    }
  }

  /** Leaves nothing of the line. */
  @Override
  public void close() {
    if (shown) {
      console.progress("");
    }
  }
}
