package dev.offprint.sources;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Parts a stream into the texts of its JSON documents: one a line as in JSON Lines, or each over
 * several lines as programs print them for people. One that is damaged ends where the next begins.
 */
final class JsonDocuments {
  /** The most characters of a document. */
  static final int LONGEST = 32_000_000;

  /** Stands before each document of a JSON text sequence (RFC 7464). */
  private static final char SEPARATOR = '\u001e';

  private final BufferedReader reader;
  private final BiConsumer<String, String> each;
  private final StringBuilder open = new StringBuilder();
  private int openedIn;
  private int depth;

  /**
   * Parts what a reader gives.
   *
   * @param each takes where a document begins, such as {@code line 3}, and its text
   */
  JsonDocuments(BufferedReader reader, BiConsumer<String, String> each) {
    this.reader = reader;
    this.each = each;
  }

  void read() throws IOException {
    int number = 0;
    for (String line = nextLine(); line != null; line = nextLine()) {
      number++;
      if (!open.isEmpty() && isNext(line)) {
        close();
      }
      if (!open.isEmpty() || !line.isBlank()) {
        take(number, line);
      }
    }
    close();
  }

  private void take(int number, String line) {
    if (open.isEmpty()) {
      openedIn = number;
      depth = 0;
    }
    open.append(line).append('\n');
    depth += depth(line);
    if (depth <= 0 || open.length() > LONGEST) {
      close();
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      each.accept("line " + openedIn, open.toString());
      open.setLength(0);
    }
  }

  /** Whether a line begins another document although the one before is not at its end. */
  private boolean isNext(String line) {
    if (!line.startsWith("{")) {
      return false;
    }
    char before = lastSign();
    boolean isValue = before == ':' || before == ',' || before == '[';
    return !isValue || depth(line) == 0;
  }

  private char lastSign() {
    int at = open.length() - 1;
    while (at > 0 && Character.isWhitespace(open.charAt(at))) {
      at--;
    }
    return open.charAt(at);
  }

  /**
   * How many objects and arrays a line opens and does not close. A string that does not end where
   * the line does is damage, and closes all.
   */
  private static int depth(String line) {
    int depth = 0;
    boolean inString = false;
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      if (inString) {
        if (character == '\\') {
          at++;
        } else if (character == '"') {
          inString = false;
        }
      } else {
        switch (character) {
          case '"' -> inString = true;
          case '{', '[' -> depth++;
          case '}', ']' -> depth--;
          default -> {
            // Nothing that opens or closes.
          }
        }
      }
    }
    return inString ? -1_000_000 : depth;
  }

  private @Nullable String nextLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int character = reader.read(); character >= 0; character = reader.read()) {
      if (character == '\n') {
        return line.toString();
      }
      if (character != SEPARATOR && character != '\r') {
        line.append((char) character);
      }
      if (line.length() > LONGEST) {
        throw new IOException(
            String.format(Locale.ROOT, "one of its lines is longer than %,d characters", LONGEST));
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
