package dev.offprint.access;

import dev.offprint.access.TokenOutcome.AccessToken;
import dev.offprint.access.TokenOutcome.NoToken;
import java.time.Duration;
import java.util.regex.Pattern;

/** Where access tokens come from. */
@FunctionalInterface
interface TokenSource {
  /** Any visible character of ASCII, which is more than RFC 6750, section 2.1, has. */
  Pattern TOKEN = Pattern.compile("[!-~]+");

  /** Asks for a token; may take as long as a request does. */
  Asked ask();

  /** A limit in words, as in "30 s". */
  static String inWords(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  /**
   * What it answered.
   *
   * @param lasts how long a token can be used from now on; zero where that is not known, so that it
   *     is asked for each time
   */
  record Asked(TokenOutcome outcome, Duration lasts) {
    static Asked failed(String why, boolean mayPass) {
      return new Asked(new NoToken(why, mayPass), Duration.ZERO);
    }

    /**
     * A token, if it can be one.
     *
     * @param place what gave it, for the message otherwise
     */
    static Asked token(String text, String place, Duration lasts) {
      return TOKEN.matcher(text).matches()
          ? new Asked(new AccessToken(text), lasts)
          : failed(place + " gave something that is no access token", false);
    }
  }
}
