package dev.offprint.doctor.dns;

import org.jspecify.annotations.Nullable;

/**
 * What receivers make of a domain's SPF record (RFC 7208), for one address that sends.
 *
 * @param result for that address
 * @param lookups how many terms ask DNS at the worst; more than {@value #MOST_LOOKUPS} make it fail
 *     for everybody (section 4.6.4)
 * @param problem what makes it fail for everybody, as a part of a sentence; null when nothing does
 * @param unanswered why DNS could not be asked for all of it; null when it could
 */
public record Spf(
    Result result, int lookups, @Nullable String problem, @Nullable String unanswered) {
  /** The most terms that may ask DNS. */
  public static final int MOST_LOOKUPS = 10;

  /** The most of them that may find nothing. */
  static final int MOST_VOID_LOOKUPS = 2;

  /** What an address is told (section 2.6). */
  public enum Result {
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL,
    /** There is no record. */
    NONE,
    /** It depends on what only a receiver knows. */
    UNKNOWN
  }
}
