package dev.offprint.bench;

import dev.offprint.bench.BenchDelivery.Load;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import java.io.IOException;
import java.util.Locale;

/** Postfix's tool that sends the same message over and over, as fast as it can. */
final class SmtpSource {
  private static final int MOST = 20_000;

  /** What ten papers with text and HTML come to. */
  private static final int OCTETS = 43_000;

  private final Load load;

  SmtpSource(Load load) {
    this.load = load;
  }

  /**
   * Sends as many messages, at most {@value #MOST}, of {@value #OCTETS} octets.
   *
   * @throws CommandFailure when the tool is not installed or the server does not take them
   */
  double messagesPerSecond(Console console) {
    int count = Math.min(load.subscribers(), MOST);
    console.note(String.format(Locale.ROOT, "measuring smtp-source with %,d messages", count));
    long start = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(
                  "smtp-source",
                  "-d",
                  "-l",
                  String.valueOf(OCTETS),
                  "-m",
                  String.valueOf(count),
                  "-s",
                  String.valueOf(load.connections()),
                  load.sink().host() + ":" + load.sink().port())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw CommandFailure.failed(
            "smtp-source failed at " + load.sink().host() + ":" + load.sink().port());
      }
    } catch (IOException e) {
      throw CommandFailure.failed(
          "smtp-source cannot be run; it comes with Postfix, and --compare needs it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted");
    }
    return count * 1e9 / (System.nanoTime() - start);
  }
}
