package dev.offprint.doctor.dns;

import dev.offprint.doctor.dns.Spf.Result;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One term of an SPF record (RFC 7208, sections 5 and 6).
 *
 * @param qualifier {@code +}, {@code -}, {@code ~} or {@code ?}
 * @param name in lower case
 * @param value what stands behind the colon or the equals sign; empty without one
 * @param bitsOfIpv4 the length of the prefix that counts
 * @param isModifier whether an equals sign stands behind the name
 */
record SpfTerm(
    String text,
    char qualifier,
    String name,
    String value,
    int bitsOfIpv4,
    int bitsOfIpv6,
    boolean isModifier) {
  private static final Pattern TERM =
      Pattern.compile(
          "(?<qualifier>[+~?-])?(?<name>[A-Za-z][A-Za-z0-9_.-]*)(?:(?<mark>[:=])(?<value>.*?))?"
              + "(?:/(?<four>\\d{1,3}))?(?://(?<six>\\d{1,3}))?");

  static SpfTerm of(String text) {
    Matcher term = TERM.matcher(text);
    if (!term.matches()) {
      return new SpfTerm(text, '+', text, "", 32, 128, false);
    }
    String name = term.group("name").toLowerCase(Locale.ROOT);
    String value = term.group("value") == null ? "" : term.group("value");
    boolean literal = name.equals("ip4") || name.equals("ip6");
    return new SpfTerm(
        text,
        term.group("qualifier") == null ? '+' : term.group("qualifier").charAt(0),
        name,
        literal && term.group("four") != null ? value + "/" + term.group("four") : value,
        bits(term.group("four"), 32),
        bits(term.group("six"), 128),
        "=".equals(term.group("mark")));
  }

  private static int bits(@Nullable String given, int all) {
    return given == null ? all : Math.min(all, Integer.parseInt(given));
  }

  /** The domain that it is about. */
  String target(String domain) {
    return value.isEmpty() ? domain : value;
  }

  /** What the sender is told when it matches (section 4.6.2). */
  Result result() {
    return switch (qualifier) {
      case '-' -> Result.FAIL;
      case '~' -> Result.SOFTFAIL;
      case '?' -> Result.NEUTRAL;
      default -> Result.PASS;
    };
  }
}
