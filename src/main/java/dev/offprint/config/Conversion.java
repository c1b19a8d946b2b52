package dev.offprint.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns what was given into the value of a setting. */
final class Conversion {
  private final Declaration declaration;
  private final Given given;
  private final Path folder;

  private Conversion(Declaration declaration, Given given, Path folder) {
    this.declaration = declaration;
    this.given = given;
    this.folder = folder;
  }

  /**
   * The value, of the declared type and valid.
   *
   * @param folder where the relative name of a file starts
   * @throws Refused if there is none; it quotes the value only if it is not secret
   */
  static Object of(Declaration declaration, Given given, Path folder) {
    return new Conversion(declaration, given, folder).value();
  }

  private Object value() {
    Class<?> type = declaration.description().type();
    if (type == int.class) {
      return wholeNumber();
    }
    if (type == boolean.class) {
      return truth();
    }
    if (type == List.class) {
      return list();
    }
    String text =
        declaration.rules().form().severalLines()
            ? lines(given, declaration.description().accepts())
            : text(given, declaration.description().accepts());
    if (type == URI.class) {
      return address(text);
    }
    if (type == CertificateFile.class) {
      return CertificateFile.read(text, folder);
    }
    if (declaration.rules().form() == Form.FILE) {
      return text.isEmpty() ? "" : SecretFile.path(text, folder).toString();
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.toString().equals(text))
          .findFirst()
          .orElseThrow(() -> refused("is " + Shown.quoted(text)));
    }
    return checked(text);
  }

  private String checked(String text) {
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

  /** A list of texts: an array in the file; in the environment, commas stand between them. */
  private List<String> list() {
    List<String> items = given.isInFile() ? array() : separated();
    declaration
        .rules()
        .form()
        .objection(items)
        .ifPresent(
            objection -> {
              throw refused(objection);
            });
    return items;
  }

  private List<String> separated() {
    return all(
        Stream.of(text(given, declaration.description().accepts()).split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty()),
        this::checked);
  }

  private List<String> array() {
    JsonNode value = given.value();
    if (!value.isArray()) {
      throw value.isString()
          ? new Refused(
              "is text",
              String.format(
                  Locale.ROOT,
                  "put brackets around it, as in [%s]",
                  Shown.quoted(value.stringValue())))
          : refused("is " + kind(value));
    }
    return all(value.valueStream(), this::item);
  }

  /** All items, or one objection that names everything that is wrong with them. */
  private <T> List<String> all(Stream<T> items, Function<T, String> conversion) {
    List<String> good = new ArrayList<>();
    Set<String> objections = new LinkedHashSet<>();
    items.forEach(
        item -> {
          try {
            good.add(conversion.apply(item));
          } catch (Refused e) {
            objections.add(e.what());
          }
        });
    if (!objections.isEmpty()) {
      throw refused(String.join(", and ", objections));
    }
    return good;
  }

  private String item(JsonNode item) {
    if (!item.isString()) {
      throw refused("holds " + kind(item));
    }
    String text = item.stringValue().strip();
    if (Shown.hasControlCharacter(text)) {
      throw refused("holds a text with a control character or a line end");
    }
    return checked(text);
  }

  /**
   * A text in one line.
   *
   * @param accepts what to give instead, if it is none
   */
  static String text(Given given, String accepts) {
    String text = lines(given, accepts);
    if (Shown.hasControlCharacter(text)) {
      throw new Refused("holds a control character or a line end", "give " + accepts);
    }
    return text;
  }

  /** A text that may have several lines. */
  private static String lines(Given given, String accepts) {
    if (!given.value().isString()) {
      throw new Refused("is " + kind(given.value()), "give " + accepts + ", in quotes");
    }
    return given.value().stringValue();
  }

  private int wholeNumber() {
    JsonNode value = given.value();
    if (given.isInFile() && !value.isNumber()) {
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
