package dev.offprint.fetch;

import java.time.Duration;

/**
 * How much is put up with in fetching one document.
 *
 * @param connect for the connection
 * @param firstByte for the head of the answer, from the request
 * @param whole for the answer, from the request to its last byte
 * @param mostBytes of the answer, unpacked
 */
public record FetchLimits(Duration connect, Duration firstByte, Duration whole, long mostBytes) {
  /** The largest document that is taken, unpacked. */
  public static final int MOST_BYTES = 32_000_000;

  static final FetchLimits USUAL =
      new FetchLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90), MOST_BYTES);
}
