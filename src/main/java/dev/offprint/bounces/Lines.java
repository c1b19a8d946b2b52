package dev.offprint.bounces;

/** Lines of messages, and where their header ends. */
final class Lines {
  private Lines() {}

  /** Makes every line end in one line feed. */
  static String normalized(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The header of a message whose lines end in a line feed. */
  static String header(String message) {
    int end = message.startsWith("\n") ? 0 : message.indexOf("\n\n");
    return end < 0 ? message : message.substring(0, end);
  }
}
