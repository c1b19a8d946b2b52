package dev.offprint.app;

import dev.offprint.cli.console.Console;
import dev.offprint.db.CopyProgress;
import java.util.Locale;

/** Tells at a terminal how far copying a database is, in one line that is rewritten. */
final class CopyProgressLine implements CopyProgress, AutoCloseable {
  private final Console console;
  private boolean shown;

  CopyProgressLine(Console console) {
    this.console = console;
  }

  @Override
  public void at(Step step, String table, long done, long all) {
    shown = true;
    console.progress(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d rows, now %s",
            step == Step.COPYING ? "Copying" : "Comparing",
            done,
            all,
            table));
  }

  /** Leaves nothing of the line. */
  @Override
  public void close() {
    if (shown) {
      console.progress("");
    }
  }
}
