package dev.offprint.cli.roster;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line with an address and nothing else, or with a name before it: {@code Ada <ada@…>}. */
final class AddressLine {
  private static final Pattern NAMED = Pattern.compile("[^<>]*<(?<address>[^<>]*@[^<>]*)>\\s*");
  private static final Pattern ALONE = Pattern.compile("[^\\s,;|<>\"]*@[^\\s,;|<>\"]*");

  private AddressLine() {}

  /** Whether a line is one. */
  static boolean matches(String line) {
    return NAMED.matcher(line).matches() || ALONE.matcher(line.strip()).matches();
  }

  /** Whether it is there for people. */
  static boolean isRemark(String line) {
    return line.stripLeading().startsWith("#");
  }

  static RosterLine read(int number, String line) {
    Matcher named = NAMED.matcher(line);
    return new RosterLine(
        number, Map.of(Column.ADDRESS, named.matches() ? named.group("address") : line), null);
  }
}
