package dev.offprint.papers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Undoes the percent-encoding of addresses (RFC 3986, section 2.1). */
final class PercentSigns {
  private PercentSigns() {}

  /** The text with what was encoded; one that is not encoded properly stays as it is. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      // A plus sign stands for itself but in forms.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
