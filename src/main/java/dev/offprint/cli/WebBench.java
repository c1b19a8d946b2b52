package dev.offprint.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures how the pages hold up, on data of its own that are gone afterwards. */
public interface WebBench {
  /**
   * Makes papers and subscribers, opens the pages, asks for them over many connections, and says
   * how many were answered.
   *
   * @throws CommandFailure when wrk is not installed, a request is not answered well, or the server
   *     does not take the mails
   */
  Document measure(Load load, Console console);

  /**
   * What is asked of the pages.
   *
   * @param sink where a run of editions is sent meanwhile; null for none
   * @param time how long each page is asked for
   * @param semantic whether meaning is part of it
   */
  record Load(
      int subscribers, int papers, @Nullable SinkAddress sink, Duration time, boolean semantic) {}
}
