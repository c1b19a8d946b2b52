package dev.offprint.access;

import dev.offprint.access.TokenSource.Asked;
import dev.offprint.config.Login.OAuth;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the address that gives out tokens answers (RFC 6749, sections 5.1 and 5.2).
 *
 * @param keys what the keys of the settings begin with, such as {@code smtp.oauth.}
 */
record TokenAnswer(OAuth settings, String keys) {
  private static final int MOST_SECONDS = 30 * 24 * 3600;

  Asked read(int status, String body) {
    JsonNode answer = Answers.json(body);
    if (status == 200) {
      return token(answer);
    }
    String said = host() + " answered " + status + reason(answer);
    if (status >= 500 || status == 429) {
      return Asked.failed(said, true);
    }
    return Asked.failed(
        said
            + (answer.path("error").isString()
                ? String.format(Locale.ROOT, ". Check %sclient_id, client_secret and scope", keys)
                : ". Check " + keys + "token_url"),
        false);
  }

  private Asked token(JsonNode answer) {
    String token = answer.path("access_token").asString("");
    String type = answer.path("token_type").asString("Bearer");
    if (token.isEmpty()) {
      return Asked.failed(
          host() + " answered without an access token. Check " + keys + "token_url", false);
    }
    if (!type.equalsIgnoreCase("Bearer")) {
      return Asked.failed(
          host() + " gives out tokens that mail servers do not take: " + Answers.plain(type),
          false);
    }
    return Asked.token(token, host(), lasts(answer.path("expires_in")));
  }

  /** Seconds; some servers put quotes around them. */
  private static Duration lasts(JsonNode expiresIn) {
    return Duration.ofSeconds(Math.clamp(expiresIn.asLong(0), 0, MOST_SECONDS));
  }

  private String reason(JsonNode answer) {
    String code = answer.path("error").asString("");
    String description = answer.path("error_description").asString("");
    String reason = description.isEmpty() ? code : code + ", " + description;
    return reason.isEmpty()
        ? ""
        : ": " + Answers.plain(reason.replace(settings.clientSecret(), "***"));
  }

  private String host() {
    return URI.create(settings.tokenUrl()).getAuthority();
  }
}
