package dev.offprint.sending;

import org.jspecify.annotations.Nullable;

/**
 * What one run through what is due came to.
 *
 * @param deferred how many are tried again later
 * @param relayProblem why sending stopped before everything due was tried, in one line that says
 *     what to do; null when it did not
 * @param mayPass whether that may be better in a while without anybody's doing
 */
public record DispatchReport(
    int sent,
    int deferred,
    int failed,
    int skipped,
    @Nullable String relayProblem,
    boolean mayPass) {
  /** A run that nothing stopped, or that may go on in a while. */
  DispatchReport(int sent, int deferred, int failed, int skipped, @Nullable String relayProblem) {
    this(sent, deferred, failed, skipped, relayProblem, true);
  }

  /** Whether nothing was done and nothing was wrong. */
  public boolean isEmpty() {
    return sent + deferred + failed + skipped == 0 && relayProblem == null;
  }
}
