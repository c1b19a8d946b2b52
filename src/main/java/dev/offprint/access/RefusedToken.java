package dev.offprint.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads why a server refused a token: by XOAUTH2 it sends JSON as if it asked for more, with {@code
 * status}, {@code schemes} and {@code scope}.
 */
public final class RefusedToken {
  private static final List<String> FIELDS = List.of("status", "schemes", "scope");

  private RefusedToken() {}

  /**
   * What the server says, as in "status 401, schemes bearer"; empty if it is not such a refusal.
   *
   * @param challenge the JSON, or its Base64
   */
  public static Optional<String> inWords(String challenge) {
    JsonNode refusal = Answers.json(challenge);
    if (refusal.isMissingNode()) {
      refusal = Answers.json(decoded(challenge.strip()));
    }
    List<String> words = new ArrayList<>();
    for (String field : FIELDS) {
      String value = refusal.path(field).asString("");
      if (!value.isBlank()) {
        words.add(field + " " + value);
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(Answers.plain(String.join(", ", words)));
  }

  private static String decoded(String challenge) {
    try {
      return new String(Base64.getMimeDecoder().decode(challenge), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
