package dev.offprint.bounces;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a message (RFC 2046), taken apart line by line.
 *
 * <p>Jakarta Mail's own reader gives up on what mail systems return: boundaries that are never
 * closed, types that are misspelt, parameters on lines that are not indented. Here a part that
 * cannot be told apart stays text, and nothing is ever refused.
 */
final class Parts {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_PARTS = 100;
  private static final Pattern TYPE = Pattern.compile("^\\s*([\\w.+-]{1,60})/([\\w.+-]{1,60})");
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "boundary\\s{0,9}=\\s{0,9}(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))",
          Pattern.CASE_INSENSITIVE);

  private final List<Part> leaves = new ArrayList<>();

  private Parts() {}

  /**
   * One part that holds no others.
   *
   * @param type in lower case, such as {@code text/plain}
   * @param body decoded; for a returned message with its header
   */
  record Part(String type, Fields fields, String body) {
    boolean isReturned() {
      return type.startsWith("message/rfc822")
          || type.equals("message/global")
          || type.equals("message/global-headers")
          || type.equals("text/rfc822-headers")
          || type.equals("text/rfc822-header");
    }

    boolean isText() {
      return type.startsWith("text/") && !isReturned();
    }
  }

  /** Takes a body apart. */
  static List<Part> of(Fields header, String body) {
    Parts parts = new Parts();
    parts.add(header, body, 0);
    return parts.leaves;
  }

  private void add(Fields fields, String body, int depth) {
    if (leaves.size() >= MAX_PARTS) {
      return;
    }
    String contentType = fields.first("Content-Type");
    String type = type(contentType);
    String boundary = boundary(contentType);
    List<String> children =
        type.startsWith("multipart/") && boundary != null && depth < MAX_DEPTH
            ? split(body, "--" + boundary)
            : List.of();
    if (children.isEmpty()) {
      leaves.add(new Part(type, fields, Decoding.decode(fields, body)));
      return;
    }
    for (String child : children) {
      Fields childFields = Fields.of(Lines.header(child));
      add(childFields, Lines.body(child), depth + 1);
    }
  }

  static String type(String contentType) {
    Matcher matcher = TYPE.matcher(contentType);
    return matcher.find()
        ? (matcher.group(1) + "/" + matcher.group(2)).toLowerCase(Locale.ROOT)
        : "text/plain";
  }

  private static @Nullable String boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) != null ? matcher.group(1).stripTrailing() : matcher.group(2);
  }

  /** The texts between delimiter lines; what stands before the first one is for old programs. */
  private static List<String> split(String body, String delimiter) {
    List<String> children = new ArrayList<>();
    int from = -1;
    int line = 0;
    while (line < body.length() && children.size() < MAX_PARTS) {
      int end = body.indexOf('\n', line);
      int next = end < 0 ? body.length() : end + 1;
      if (body.startsWith(delimiter, line)) {
        String rest = body.substring(line + delimiter.length(), next).strip();
        if (rest.isEmpty() || rest.equals("--")) {
          if (from >= 0) {
            children.add(body.substring(from, line));
          }
          from = rest.isEmpty() ? next : -1;
        }
      }
      line = next;
    }
    if (from >= 0 && from < body.length()) {
      children.add(body.substring(from));
    }
    return children;
  }
}
