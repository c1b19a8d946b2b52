package dev.offprint.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** Turns what was given into the value of a setting. */
final class Conversion {
  private final Declaration declaration;
  private final Given given;

  private Conversion(Declaration declaration, Given given) {
    this.declaration = declaration;
    this.given = given;
  }

  /**
   * The value, of the declared type and valid.
   *
   * @throws Refused if there is none; it quotes the value only if it is not secret
   */
  static Object of(Declaration declaration, Given given) {
    return new Conversion(declaration, given).value();
  }

  private Object value() {
    Class<?> type = declaration.description().type();
    if (type == int.class) {
      return wholeNumber();
    }
    if (type == boolean.class) {
      return truth();
    }
    String text = text(given, declaration.description().accepts());
    if (type == URI.class) {
      return address(text);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.toString().equals(text))
          .findFirst()
          .orElseThrow(() -> refused("is " + Shown.quoted(text)));
    }
    declaration
        .rules()
        .form()
        .objection(text)
        .ifPresent(
            objection -> {
              throw refused(objection);
            });
    return text;
  }

  /**
   * A text in one line.
   *
   * @param accepts what to give instead, if it is none
   */
  static String text(Given given, String accepts) {
    if (!given.value().isString()) {
      throw new Refused("is " + kind(given.value()), "give " + accepts + ", in quotes");
    }
    String text = given.value().stringValue();
    if (Shown.hasControlCharacter(text)) {
      throw new Refused("holds a control character or a line end", "give " + accepts);
    }
    return text;
  }

  private int wholeNumber() {
    JsonNode value = given.value();
    if (given.isInFile() && !value.isIntegralNumber()) {
      throw wrongKind("without quotes");
    }
    try {
      int number = Integer.parseInt(value.asString());
      if (number >= declaration.rules().least() && number <= declaration.rules().most()) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like any other value out of range.
    }
    throw refused("is " + Shown.plain(value.asString()));
  }

  private boolean truth() {
    JsonNode value = given.value();
    if (given.isInFile()) {
      if (!value.isBoolean()) {
        throw wrongKind("without quotes");
      }
      return value.booleanValue();
    }
    return switch (value.asString()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused("is " + Shown.quoted(value.asString()));
    };
  }

  private URI address(String text) {
    try {
      URI address = new URI(text.replaceFirst("/+$", ""));
      boolean web =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      if (web
          && address.getHost() != null
          && address.getPort() <= 65_535
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null) {
        // Addresses stand in the headers of mails, which are ASCII.
        return URI.create(address.toASCIIString());
      }
    } catch (URISyntaxException e) {
      // Told below, in the operator's words.
    }
    // Before an @ there can be a password.
    throw refused(text.contains("@") ? "is not such an address" : "is " + Shown.quoted(text));
  }

  private Refused wrongKind(String how) {
    String remedy = "give " + declaration.description().accepts();
    return new Refused(
        "is " + kind(given.value()), given.value().isString() ? remedy + ", " + how : remedy);
  }

  private Refused refused(String what) {
    return new Refused(what, "give " + declaration.description().accepts());
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a truth value";
      case ARRAY -> "a list";
      case OBJECT -> "a section";
      default -> "of another kind";
    };
  }
}
