package dev.offprint.config;

import java.util.regex.Pattern;

/** What values are refused although their type is right. */
final class Limits {
  private static final Pattern MAILBOX =
      Pattern.compile(
          "(?:[^<>\\p{Cntrl}]*<[^<>@\\s\\p{Cntrl}]+@[^<>@\\s\\p{Cntrl}]+>|[^<>@\\s\\p{Cntrl}]+@[^<>@\\s\\p{Cntrl}]+)");

  private Limits() {}

  /**
   * Checks one value.
   *
   * @throws IllegalArgumentException with the rest of a sentence that begins with the key
   */
  static void check(String key, Object value) {
    switch (key) {
      case "server.port", "smtp.port" -> range(value, 0, 65_535);
      case "smtp.connections" -> range(value, 1, 64);
      case "smtp.host", "server.bind" -> notBlank(value);
      case "mail.from" -> {
        if (!MAILBOX.matcher(value.toString()).matches()) {
          throw new IllegalArgumentException(
              "must be a mailbox such as \"Papers <papers@lab.example>\"");
        }
      }
      case "database.url" -> {
        String url = value.toString();
        if (!url.isEmpty() && !url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
          throw new IllegalArgumentException(
              "must be empty, or begin with jdbc:postgresql: or jdbc:h2:");
        }
      }
      default -> {
        // Its type says it all.
      }
    }
  }

  private static void range(Object value, int least, int most) {
    int number = (Integer) value;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "must be from " + least + " to " + most + ", not " + number);
    }
  }

  private static void notBlank(Object value) {
    if (value.toString().isBlank() || !value.toString().equals(value.toString().strip())) {
      throw new IllegalArgumentException("must be a host name or address without blanks");
    }
  }
}
