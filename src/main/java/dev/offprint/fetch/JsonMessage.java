package dev.offprint.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Says why a text is not JSON to whoever wrote it, where the parser says it to programmers. */
public final class JsonMessage {
  /** What the parser did not expect; it is told only where it is a sign that can be shown. */
  private static final Pattern SIGN = Pattern.compile("^Unexpected character \\('([!-~])' ");

  private static final Pattern WORD =
      Pattern.compile("^(?:Unrecognized|Non-standard) token '([^']+)'");
  private static final Pattern CLOSED =
      Pattern.compile("^Unexpected close marker '([]}])': expected '([]}])'");

  private JsonMessage() {}

  /** Why, in one line; in the parser's words where the mistake is a rare one. */
  public static String of(JacksonException failure) {
    String message = failure.getOriginalMessage().lines().findFirst().orElse("");
    Matcher closed = CLOSED.matcher(message);
    if (closed.find()) {
      return "before a " + closed.group(1) + ", a " + closed.group(2) + " is missing";
    }
    if (message.startsWith("Illegal unquoted character")) {
      return message.matches(".*code 1[03]\\).*")
          ? "a text does not end on its line; its closing \" is missing, or \\n where it has a line"
              + " end"
          : "a text holds a control character; write a tab as \\t";
    }
    if (message.contains("character escape")) {
      return "a text holds a \\ that begins nothing; write it as \\\\";
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return brokenOff(message);
    }
    Matcher sign = SIGN.matcher(message);
    Matcher word = WORD.matcher(message);
    return word.find() ? word.group(1) + " is no value: " + values() : unexpected(message, sign);
  }

  private static String brokenOff(String message) {
    if (message.contains("closing quote")) {
      return "it ends within a text; the closing \" is missing";
    }
    if (message.contains("marker for Object")) {
      return "it ends too early; a } is missing";
    }
    return message.contains("marker for Array")
        ? "it ends too early; a ] is missing"
        : "it ends too early";
  }

  private static String unexpected(String message, Matcher found) {
    String sign = found.find() ? found.group(1) : "";
    if (message.contains("was expecting comma")) {
      return "between two entries a comma is missing, or a \" before it";
    }
    if (message.contains("was expecting a colon")) {
      return "a colon is missing after a name";
    }
    boolean name = message.contains("double-quote to start property name");
    if (!name && !message.contains("expected a valid value")) {
      return message.isEmpty() ? "it breaks off" : message;
    }
    if (sign.equals("'")) {
      return "it has single quotes; names and texts stand between \" and \"";
    }
    if (sign.equals("}") || sign.equals("]") || sign.equals(",")) {
      return name || sign.equals("]")
          ? "a comma is one too many before a " + sign
          : "a value is missing before a " + sign;
    }
    return name
        ? "a name does not stand between \" and \""
        : "what begins is no value: " + values();
  }

  private static String values() {
    return "a text stands between \" and \"; else it is a number, true, false or null";
  }
}
