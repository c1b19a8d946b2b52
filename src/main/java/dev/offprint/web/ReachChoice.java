package dev.offprint.web;

import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Reach;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far one interest of a form is to reach, chosen beneath the interests.
 *
 * <p>As the value of a field it names the line by a short number, because a hundred long lines
 * would not fit twice into a form. It is for the line as it stands in the form: whoever writes
 * another line, or another reach at its end, means what is written.
 */
record ReachChoice(String line, Reach reach) {
  static final String FIELD = "reach";

  private static final String BETWEEN = ":";
  private static final int LONGEST_SUFFIX = " ~strict".length();

  static ReachChoice of(Interest typed, Reach reach) {
    return new ReachChoice(name(typed), reach);
  }

  /** Whether an interest leaves room for its reach. */
  static boolean isFor(Interest typed) {
    return typed.text().length() + LONGEST_SUFFIX <= Interest.MAX_LENGTH;
  }

  /** The interests as typed, with what the fields of a form choose for them. */
  static List<Interest> applied(List<Interest> typed, List<String> values) {
    Map<String, Reach> chosen = new HashMap<>();
    for (String value : values) {
      read(value).ifPresent(choice -> chosen.put(choice.line(), choice.reach()));
    }
    return typed.stream()
        .map(
            interest ->
                isFor(interest)
                    ? interest.with(chosen.getOrDefault(name(interest), interest.reach()))
                    : interest)
        .toList();
  }

  /** As the value of the field. */
  String value() {
    return line + BETWEEN + reach.word();
  }

  private static Optional<ReachChoice> read(String value) {
    int between = value.indexOf(BETWEEN);
    return between < 0
        ? Optional.empty()
        : reach(value.substring(between + 1))
            .map(reach -> new ReachChoice(value.substring(0, between), reach));
  }

  /** The reach with a name such as {@code broad}. */
  static Optional<Reach> reach(String word) {
    return Arrays.stream(Reach.values())
        .filter(reach -> reach.word().equalsIgnoreCase(word))
        .findAny();
  }

  private static String name(Interest typed) {
    return Integer.toHexString(typed.line().hashCode());
  }
}
