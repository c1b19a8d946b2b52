package dev.offprint.cli.console;

import dev.offprint.meaning.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far it is worked out what papers mean: at a terminal in one line that is rewritten, and
 * elsewhere in the log, now and then.
 */
public final class MeaningProgress implements Progress, AutoCloseable {
  private final Console console;
  private final InstantSource clock;
  private final String interrupted;
  private @Nullable Instant begun;

  /**
   * @param interrupted what Ctrl-C does, such as {@code ends the demo}
   */
  public MeaningProgress(Console console, InstantSource clock, String interrupted) {
    this.console = console;
    this.clock = clock;
    this.interrupted = interrupted;
  }

  @Override
  public boolean goOn(int done, int all) {
    if (!console.isTerminal()) {
      return Progress.LOGGED.goOn(done, all);
    }
    Instant now = clock.instant();
    begun = begun == null ? now : begun;
    console.progress(
        String.format(
            Locale.ROOT,
            "What %s mean: %,d done%s; Ctrl-C %s",
            Text.count(all, "paper"),
            done,
            done == 0 ? "" : ", " + left(Duration.between(begun, now), done, all),
            interrupted));
    return true;
  }

  private static String left(Duration spent, int done, int all) {
    long minutes = Math.round(spent.toMillis() / 60_000.0 / done * (all - done));
    return minutes == 0
        ? "less than a minute left"
        : String.format(
            Locale.ROOT, "about %s left", Text.count((int) Math.min(minutes, 9_999), "minute"));
  }

  /** Leaves nothing of the line. */
  @Override
  public void close() {
    if (begun != null) {
      console.progress("");
    }
  }
}
