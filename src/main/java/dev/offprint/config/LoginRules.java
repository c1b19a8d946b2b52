package dev.offprint.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the settings of a login must be together; each alone is valid, or was refused before. */
final class LoginRules {
  private static final String TOKEN_FILE = "oauth.token_file";
  private static final String TOKEN_COMMAND = "oauth.token_command";
  private static final String TOKEN_URL = "oauth.token_url";
  private static final String CLIENT_ID = "oauth.client_id";
  private static final String CLIENT_SECRET = "oauth.client_secret";

  private final String section;
  private final Map<String, Object> values;
  private final Map<String, Given> given;

  /** Rules for the login in a section such as {@code smtp}. */
  LoginRules(String section, Map<String, Object> values, Map<String, Given> given) {
    this.section = section;
    this.values = values;
    this.given = given;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<String> ways =
        Stream.of(TOKEN_FILE, TOKEN_COMMAND, TOKEN_URL).filter(this::isGiven).toList();
    for (String way : ways.stream().skip(1).toList()) {
      problems.add(both(way, ways.getFirst()));
    }
    if (!ways.isEmpty()) {
      if (isGiven("password")) {
        problems.add(both("password", ways.getFirst()));
      }
      if (!isGiven("username")) {
        problems.add(
            problem(
                ways.getFirst(),
                "is given without " + key("username"),
                "name the user that the token is for"));
      }
    }
    client(problems);
    return problems;
  }

  private void client(List<Problem> problems) {
    for (String key : List.of(CLIENT_ID, CLIENT_SECRET)) {
      if (isGiven(TOKEN_URL) && !isGiven(key)) {
        problems.add(
            problem(
                TOKEN_URL, "is given without " + key(key), "give the id and secret of the client"));
      }
    }
    for (String key : List.of(CLIENT_ID, CLIENT_SECRET, "oauth.scope")) {
      if (isGiven(key) && !isGiven(TOKEN_URL)) {
        problems.add(
            problem(key, "is given without " + key(TOKEN_URL), "give that too, or leave this out"));
      }
    }
  }

  private Problem both(String one, String other) {
    return problem(one, "is given and " + written(other) + " too", "keep one of them");
  }

  private Problem problem(String name, String what, String remedy) {
    return Objects.requireNonNull(given.get(key(name))).problem(what, remedy);
  }

  /** What was refused was given. */
  private boolean isGiven(String name) {
    Object value = values.get(key(name));
    return value == null || !(value.equals("") || value.equals(List.of()));
  }

  private String key(String name) {
    return section + "." + name;
  }

  /** The key as the operator wrote it, perhaps with {@code _file} behind it. */
  private String written(String name) {
    return Objects.requireNonNull(given.get(key(name))).key();
  }
}
