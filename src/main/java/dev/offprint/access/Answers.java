package dev.offprint.access;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads JSON that a server sends, whatever it is. */
final class Answers {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST_CHARACTERS = 300;

  private Answers() {}

  /** The object; a missing node if it is none. */
  static JsonNode json(String text) {
    try {
      return Optional.<JsonNode>ofNullable(MAPPER.readTree(text))
          .filter(JsonNode::isObject)
          .orElse(MissingNode.getInstance());
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** On one line, without the full stop at its end, and not too long. */
  static String plain(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().replaceFirst("[.;]+$", "");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }
}
