package dev.offprint.bounces;

/** Where a header ends and a body begins; lines end in a line feed by now. */
final class Lines {
  private Lines() {}

  /** Makes every line end in one line feed. */
  static String normalized(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  static String header(String message) {
    int end = end(message);
    return end < 0 ? message : message.substring(0, end);
  }

  static String body(String message) {
    int end = end(message);
    return end < 0 ? "" : message.substring(end).replaceFirst("^\n{1,2}", "");
  }

  private static int end(String message) {
    return message.startsWith("\n") ? 0 : message.indexOf("\n\n");
  }
}
