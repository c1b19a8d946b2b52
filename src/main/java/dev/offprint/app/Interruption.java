package dev.offprint.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Ends a command that is told to end in the middle of its work, by Ctrl-C above all.
 *
 * <p>The process ends under the command: its database is closed by a shutdown hook while it still
 * works, as H2 shares a file between processes only where it may do so. What the command and its
 * libraries say of that is not wrong, but means nothing to anybody. So one line says what happened,
 * and from then on nothing else is heard. Nothing is lost by it, as whatever a command has
 * committed stays after a crash as well.
 */
public final class Interruption {
  private static final String MESSAGE =
      "interrupted; what was done until then stays, and the same command does the rest";

  /** What a shell returns for a process that a signal has ended: 128 and its number. */
  private static final Map<String, Integer> EXIT_CODES =
      Map.of("HUP", 129, "INT", 130, "TERM", 143);

  private final PrintStream out;
  private final PrintStream err;
  private volatile boolean ended;
  private volatile boolean answered;

  /** Speaks to two streams, of which it owns none. */
  public Interruption(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Standard output, until the process is told to end. */
  public OutputStream out() {
    return new Heard(out) {
      @Override
      public void write(byte[] bytes, int from, int length) {
        answered = true;
        super.write(bytes, from, length);
      }
    };
  }

  /** Standard error, until the process is told to end. */
  public PrintStream err() {
    return new PrintStream(new Heard(err), true, StandardCharsets.UTF_8);
  }

  /**
   * Waits for signals, unless the command takes them over, as the daemon does.
   *
   * @param terminal whether standard error is read by somebody at a terminal
   */
  public void await(List<String> arguments, boolean terminal) {
    try {
      ProcessSignals.give(
          EXIT_CODES.keySet(),
          name -> {
            say(arguments.contains("--json"), terminal);
            System.exit(EXIT_CODES.getOrDefault(name, 1));
          });
    } catch (IllegalStateException e) {
      // Somebody has told Java to leave them to the system (-Xrs), which ends the process at once.
    }
  }

  /** Says once why the process ends, where a failure of the command would be said. */
  synchronized void say(boolean json, boolean terminal) {
    if (ended) {
      return;
    }
    ended = true;
    if (!json) {
      // At a terminal there is "^C" on the line, and maybe how far things were.
      err.print((terminal ? System.lineSeparator() : "") + "offprint: " + MESSAGE);
      err.println();
    } else if (!answered) {
      out.println("{\"error\":\"" + MESSAGE + "\"}");
    }
    err.flush();
    out.flush();
  }

  private class Heard extends FilterOutputStream {
    private final PrintStream stream;

    Heard(PrintStream stream) {
      super(stream);
      this.stream = stream;
    }

    @Override
    public void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (!ended) {
        stream.write(bytes, from, length);
      }
    }

    /** Whoever reads no longer is told by {@link PrintStream#checkError} alone. */
    @Override
    public void flush() throws IOException {
      if (!ended && stream.checkError()) {
        throw new IOException("nobody reads what is written");
      }
    }
  }
}
