package dev.offprint.fetch;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a server that has enough wants to be asked again. */
record RetryAdvice(InstantSource clock) {
  // draft-ietf-httpapi-ratelimit-headers: "r" is what remains, "t" the seconds until it is filled
  // up again.
  private static final Pattern RATE_LIMIT_RESET = Pattern.compile("\\b(?:t|reset)=(\\d{1,9})\\b");

  /**
   * How long it wants to be left alone, from {@code Retry-After} (RFC 9110, section 10.2.3), else
   * from {@code RateLimit}; empty when it does not say.
   */
  Optional<Duration> in(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .flatMap(this::retryAfter)
        .or(() -> headers.firstValue("RateLimit").flatMap(RetryAdvice::rateLimit));
  }

  static String inWords(Optional<Duration> advice) {
    return advice
        .map(pause -> "it asks to be left alone for " + pause.toSeconds() + " s")
        .orElse("it asks to be left alone for a while");
  }

  private Optional<Duration> retryAfter(String value) {
    if (value.strip().matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
    }
    return HttpDate.read(value.strip())
        .map(until -> Duration.between(clock.instant(), until))
        .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
  }

  private static Optional<Duration> rateLimit(String value) {
    Matcher matcher = RATE_LIMIT_RESET.matcher(value);
    return matcher.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }
}
